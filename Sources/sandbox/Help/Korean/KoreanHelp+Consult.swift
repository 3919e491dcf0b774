extension KoreanHelp {
    /// Consultations.
    static let consultations = """
        sandbox consult
            법령을 소관하는 부처와 협의합니다(관계부처 협의).
        sandbox consult send
            부처에 의견을 묻습니다. 회신을 받은 뒤 다시 물으면 새 차수가 됩니다.

            모두에게 묻거나 아무에게도 묻지 않습니다. 부처의 이름은 sandbox org list --kind 부처가 보여 줍니다. 계정이 \
        있는 부처에는 받은 일로 알려지고, 없는 부처에는 공문이 도착한 것을 sandbox consult notify로 입력합니다.
        sandbox consult notify
            계정이 없는 부처에 협의 공문이 도착한 것을 입력합니다. 그날부터 기간이 진행합니다.
        sandbox consult list
            협의를 최근 차수부터 보여 줍니다.
        sandbox consult view
            과제의 협의를 보여 줍니다: 물은 것과, 볼 수 있는 회신.

            담당 창구는 의견을 곧바로 보고, 신청인과 다른 부처는 의결과 함께 봅니다.
        sandbox consult reply
            과제에 대한 우리 부처의 의견을 회신합니다.

            회신은 고칠 수 없으며, 담당 창구가 다시 물을 수 있습니다. 반대, 소관 아님, 허가 필요에는 사유가 필요합니다.
        sandbox consult record
            공문으로 온 부처의 회신을 입력합니다(공문 회신).

            공문 회신으로 표시됩니다. 나중에 입력하여도 공문이 도착한 날에 회신한 것으로 봅니다. 다른 부처의 회신으로 잘못 입력한 것은 \
        sandbox consult recall-reply로 취소합니다.
        sandbox consult recall-reply
            공문을 보고 잘못 입력한 회신의 기록을 취소합니다(공문 회신 취소).

            그 차수가 다시 열리고 기간이 이어서 진행합니다. 바로 고쳐 적으려면 sandbox consult record --correction을 씁니다. 안건을 \
        확정하기 전까지 할 수 있으며, 취소한 기록은 과제에 남습니다.
        sandbox consult recall
            보내지 않았어야 할 협의를 거두어들입니다(협의 철회). 그 기간은 없어집니다.

            아직 회신하지 않은 차수만 할 수 있습니다. 보고서에도 공문서에도 나오지 않으며, 과제의 이력에는 남습니다.
        sandbox consult omit
            신청서에 적힌 부처에 묻지 않는 까닭을 적습니다(협의 생략).

            신청서에 적힌 부처에 묻지도 생략하지도 않은 동안에는 부결만 의결할 수 있습니다.
        sandbox consult contest
            부처의 침묵을 법대로 보는 데에 이의를 제기합니다. 정리될 때까지 의결하지 않습니다.
        sandbox consult resolve
            이의가 제기된 기한 경과를 정리합니다: 그대로 두거나, 없던 것으로 하고 부처에 다시 알립니다.

            기한 경과를 없던 것으로 하면 협의가 다시 열립니다. 새로 알린 것은 sandbox consult notify로 입력합니다.
        """

    /// Committees.
    static let committees = """
        sandbox committee
            심의위원회의 회의를 다룹니다: 위원, 안건, 표결, 의결.
        sandbox committee schedule
            심의위원회의 회의 날짜를 정합니다.

            번호를 주지 않으면 그 위원회의 마지막 회차 다음 번호가 됩니다.
        sandbox committee compose
            회의에 나오는 위원을 정합니다(위원 구성).

            안건을 확정할 때까지, 새로 적은 이름이 먼저 적은 이름을 갈음합니다. 위원에게는 로그인이 필요 없습니다. \
        위원의 수와 그중 민간 위원의 수는 제도가 정합니다.
        sandbox committee table
            과제를 회의에 상정하거나(상정), 안건에서 뺍니다.

            모두 상정하거나 하나도 상정하지 않습니다. 보류된 과제는 다음 회의에 다시 상정합니다. 안건은 sandbox \
        committee freeze로 확정합니다.
        sandbox committee freeze
            회의의 안건을 확정합니다(안건 확정). 상정된 내용은 그대로 남습니다.

            해시값이 상정된 과제 전체에 걸립니다. 그 뒤 과제에서 바뀐 것은 committee view에 나타납니다. 표결은 확정된 \
        안건에만 합니다.
        sandbox committee move
            표결하기 전에 회의를 다른 날로 옮깁니다(회의 일정 변경).

            안건은 그대로 있습니다.
        sandbox committee cancel
            시작하지 않은 회의를 취소합니다(회의 취소). 안건은 보류됩니다.

            그 상정으로 끝났던 상정 기간은 다시 진행합니다.
        sandbox committee reopen
            첫 표결 전에 확정된 안건을 다시 엽니다(안건 확정 취소).

            위원, 안건, 조건안을 바로잡은 뒤 다시 확정합니다. 먼저 확정한 내용은 기록에 남습니다.
        sandbox committee recuse
            위원이 안건에 관여하지 않는 것을 기록합니다(제척·기피·회피).

            안건은 과제번호로 가리킵니다. 과제는 열린 안건 하나에만 오릅니다. 그 안건에 이미 표결한 위원은 제척할 수 \
        없습니다.
        sandbox committee vote
            과제에 대한 위원들의 표결을 기록합니다(표결).

            찬성과 반대는 제안에 대한 것입니다. 잘못 기록한 것은 correct-vote로 바로잡습니다. 기권한 위원은 출석한 \
        것이고, 적지 않은 위원은 --rest로 달리 적지 않으면 불참입니다. 제척된 위원은 표결하지 않습니다.
        sandbox committee correct-vote
            잘못 기록한 표결을 의결 전에 바로잡습니다(표결 정정).

            처음 기록한 것은 기록에 남습니다. 의결한 뒤에는 sandbox committee correct --minutes를 씁니다.
        sandbox committee decide
            과제의 의결을 기록합니다(의결).

            기록한 의결은 고칠 수 없습니다. 부결에는 사유가, 지정·허가에는 부처의 회신이 필요합니다. 위원회가 의결하는 \
        때에는 과제가 확정된 안건에 있고 의사정족수를 채웠으며 표결이 의결 결과와 맞아야 합니다. 부가조건에는 목적과 \
        이행을 확인하는 방법을 적습니다. --condition이 없으면 상정된 조건안대로 합니다.
        sandbox committee correct
            의결이나 회의록의 잘못 적은 곳을 바로잡습니다(정정).

            기록한 것은 그대로 남고, 바로잡은 것이 그 곁에, 통지서에도 함께 나옵니다.
        sandbox committee defer
            안건을 다음 회의로 미룹니다(보류). 과제는 의결되지 않습니다.
        sandbox committee mediate
            과제를 둘러싼 갈등을 조정하는 것과 그 결과를 기록합니다(갈등 조정).

            조정하는 동안 상정 기간은 멈춥니다.
        sandbox committee list
            심의위원회의 회의를 최근 것부터 보여 줍니다.

            기업과 부처는 자기 과제가 상정된 회의를 봅니다. ‘늦는 과제’는 빨라야 이 회의에 상정할 수 있으나 상정 \
        기간이 그 전에 끝나는 과제의 수입니다.
        sandbox committee view
            회의 하나를 보여 줍니다: 위원, 안건, 표결.

            위원과 표결은 담당 창구, 분석가, 감사자가 봅니다. 기업과 부처는 자기 과제의 안건을 봅니다.
        """

    /// Conditions.
    static let conditions = """
        sandbox condition
            지정·허가의 부가조건을 의무로서 다룹니다: 조건안, 변경, 이행.
        sandbox condition propose
            상정된 과제의 부가조건안을 위원회에 냅니다(조건안).

            안건을 확정할 때까지 먼저 낸 조건안을 갈음합니다. 조건마다 목적과 이행을 확인하는 방법을 적습니다. \
        committee decide는 달리 적지 않으면 이 조건안대로 합니다.
        sandbox condition list
            지정·허가의 부가조건과 이행 상황을 보여 줍니다.

            --diff는 부처가 요구한 것, 상정한 것, 의결한 것, 그 뒤 바뀐 것을 나란히 보여 줍니다.
        sandbox condition view
            부가조건 하나를 지난 내용과 제출된 이행 자료 모두와 함께 보여 줍니다.
        sandbox condition submit-evidence
            부가조건을 이행하였다는 자료를 제출합니다(이행 자료).

            담당 창구가 확인하거나 사유를 들어 돌려보냅니다. 제출한 것은 남습니다.
        sandbox condition save
            이행 자료로 제출한 문서를 받은 그대로 파일에 저장합니다.

            이미 있는 파일은 덮어쓰지 않습니다. 제출한 것과 한 바이트라도 다른 문서는 저장하지 않습니다(종료 상태 7).
        sandbox condition confirm
            마지막에 제출된 이행 자료로 부가조건의 이행을 확인합니다(이행 확인).
        sandbox condition reject
            마지막에 제출된 이행 자료를 인정하지 않습니다. 기업은 다시 제출할 수 있습니다.
        sandbox condition recall-ruling
            마지막에 제출된 이행 자료에 대한 확인이나 불인정을 취소합니다(이행 확인 취소).

            그 자료가 다시 확인을 기다립니다. 사업이 개시된 뒤에는 개시 전 조건의 확인을 취소할 수 없습니다.
        sandbox condition change
            부가조건을 바꾸어 달라고 신청합니다(지정조건 변경 신청).

            기업과 협의한 부처가 할 수 있습니다. 적지 않은 것은 그대로입니다. 담당 창구가 받아들이거나 거절하며, 이전 \
        조건은 남습니다.
        sandbox condition reply
            부가조건의 변경에 대한 우리 부처의 의견을 회신합니다(지정조건 변경 회신).

            과제를 협의한 부처마다 기간이 있습니다. 모두 회신하거나 기간이 끝나면 담당 창구가 결정합니다.
        sandbox condition accept
            신청된 부가조건의 변경을 받아들입니다.
        sandbox condition refuse
            신청된 부가조건의 변경을 거절합니다.
        sandbox condition waive
            끝난 지정·허가의 남은 부가조건 이행을 면제합니다: 담당 창구.
        """
}
