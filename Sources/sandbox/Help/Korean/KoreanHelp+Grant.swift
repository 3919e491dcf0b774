extension KoreanHelp {
    /// Grants.
    static let grants = """
        sandbox grant
            지정·허가를 법령이 바뀔 때까지 다룹니다: 보고, 명령, 연장, 전환.
        sandbox grant list
            지정·허가를 법적 상태와 그 까닭과 함께 보여 줍니다.
        sandbox grant view
            지정·허가 하나를 보여 줍니다: 법적 상태와 그 까닭, 언제까지 무엇을 하여야 하는지, 그동안의 일.
        sandbox grant publish
            지정·허가를 알린 곳을 기록합니다(관보·누리집 게재).
        sandbox grant insure
            책임보험, 또는 그에 갈음하는 손해배상 계획을 냅니다: 기업.

            나중에 낸 보험은 갱신입니다. 담당 창구는 지정·허가가 끝날 때까지 보장하는 것을 확인합니다.
        sandbox grant recall
            잘못 기록한 절차를 취소합니다. 기록한 쪽이 합니다(기록 취소).

            그 절차로 시작되고 끝나고 옮겨진 것은 없었던 것으로 하며, 번호는 다시 쓰지 않습니다. 뒤의 절차가 그것을 바탕으로 하면 할 \
        수 없습니다. 보험과 보고는 취소하지 않고 --replaces로 바꿉니다. 번호는 sandbox grant view가 보여 줍니다.
        sandbox grant confirm
            보험이나 손해배상 계획, 또는 명령의 이행을 확인합니다: 담당 창구.

            번호는 sandbox grant view가 보여 줍니다. 부가조건의 이행은 sandbox condition confirm으로 확인합니다.
        sandbox grant commence
            사업을 개시하였다고 알립니다(사업개시): 기업.

            개시 전에 이행할 부가조건이 확인되어 있고, 지정·허가가 끝날 때까지 보험이 있어야 합니다.
        sandbox grant report
            실증의 경과나 결과를 보고합니다: 기업.

            --replaces로 낸 보고는 앞의 보고를 바로잡습니다. 앞의 보고는 이력에 남습니다. 그 뒤에 관청이 그 특례에 대하여 한 일이 있으면 \
        바꿀 수 없습니다.
        sandbox grant incident
            사고나 그 밖의 사건을 보고합니다: 기업.
        sandbox grant claim
            손해배상 청구를 보고합니다. 보험이 없으면 지급 기간이 진행합니다: 기업.

            날짜(--on)는 청구를 받은 날입니다.
        sandbox grant close-claim
            손해배상 청구가 어떻게 끝났는지 보고합니다: 기업.

            날짜(--on)는 지급하거나 처리한 날입니다.
        sandbox grant inspect
            점검을 기록합니다(점검): 담당 창구, 또는 협의한 부처.
        sandbox grant correct
            시정을 한 번 명합니다(시정명령): 담당 창구.
        sandbox grant suspend
            실증을 일시적으로 멈추게 합니다(일시적 중지): 담당 창구.
        sandbox grant resume
            일시적 중지를 풉니다: 담당 창구.
        sandbox grant record-hearing
            취소하기 전에 하여야 하는 청문을 기록합니다(청문): 담당 창구.
        sandbox grant revoke
            같은 사유로 청문을 한 뒤 지정·허가를 취소합니다(취소): 담당 창구.
        sandbox grant ask-extension
            연장을 신청합니다(연장 신청): 기업, 늦어도 끝나기 두 달 전까지.
        sandbox grant extend
            신청된 연장을 한 번 결정합니다: 담당 창구.
        sandbox grant request-revision
            실증 결과를 붙여 법령을 고쳐 달라고 요청합니다(법령정비 요청): 기업.

            정비 절차가 진행되는 동안 지정·허가는 효력을 유지합니다. 부처마다 정비 계획과 판단을 내야 합니다.
        sandbox grant record-finding
            법령을 고칠 필요가 있는지 판단합니다(정비 필요 여부 판단): 요청받은 부처.
        sandbox grant plan
            어느 법령을 어떻게 고칠지, 또는 고칠 수 없는 까닭을 밝힙니다(규제법령정비계획): 계획을 내야 하는 부처.

            이 지정·허가에 관한 그 부처의 기간이 끝나고, 과제가 법령정비 과제에 연결됩니다.
        sandbox grant revise
            법령정비를 시작하였거나 마쳤다고 알립니다: 부처.
        sandbox grant apply-permit
            이 지정·허가 대신 다른 트랙의 허가를 신청합니다(임시허가 전환): 기업.

            법령을 고쳐야 한다는 판단을 받은 뒤 그 기간 안에 합니다. 새 과제가 허가되면 이 지정은 전환됩니다.
        sandbox grant graduate
            기업이 바뀐 법령에 따른 허가를 받은 것을 기록합니다(정식 허가): 담당 창구.
        sandbox grant record-interpretation
            현행 법령의 해석으로 지정·허가가 더 필요 없게 된 것을 기록합니다(적극해석): 담당 창구.

            지정·허가는 끝나며, 그 서비스는 지정·허가 없이도 적법합니다. 법령정비 계획은 더 내지 않습니다.
        sandbox grant renounce
            지정·허가를 끝나기 전에 포기합니다: 기업.
        sandbox grant exit-report
            법이 요구하는 때에, 끝난 실증에 관한 보고를 냅니다(종료보고서): 담당 창구.

            한 일, 그 결과, 알게 된 것을 적습니다. 한 번 냅니다. --reference에 공개한 곳을 적습니다.
        """

    /// Official papers.
    static let papers = """
        sandbox paper
            공문서를 다룹니다: 발급, 목록, 인쇄, 확인.
        sandbox paper issue
            공문서를 발급합니다. 번호를 받아 보관되고, 인쇄할 수 있는 문서로 저장됩니다.

            문서의 종류는 아래에 있습니다. 안건과 회의록은 회의의, 나머지는 과제의 문서입니다. 같은 문서를 다시 \
        발급하면 같은 번호의 새 판이 되며, 그때는 사유(--reason)가 필요합니다. --dry-run은 번호 없는 초안을 만듭니다.
        sandbox paper list
            발급한 공문서를 최근 것부터 보여 줍니다.
        sandbox paper print
            공문서를 발급한 그대로 다시 저장합니다.
        sandbox paper verify
            파일이나 번호의 문서가 발급된 것인지, 지금도 유효한지 알립니다.

            파일은 모든 바이트가 같아야 그 문서입니다. 그런 문서가 없거나 볼 수 없으면 종료 상태가 3, 뒤의 판이 있으면 \
        7입니다.
        sandbox paper office
            공문서 끝에 적을 발신 기관의 주소 등을 정합니다.

            적지 않은 것은 그대로이고, 빈 값은 지웁니다.
        sandbox paper official
            문서를 담당하는 사람의 직위와 연락처를 정합니다(담당자).
        """
}
