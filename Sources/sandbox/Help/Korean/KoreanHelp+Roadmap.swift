extension KoreanHelp {
    /// The law that must change.
    static let roadmaps = """
        sandbox roadmap
            법령정비 로드맵을 다룹니다: 부처가 할 법령정비 과제, 그 진행, 기다리는 과제.
        sandbox roadmap import
            CSV 파일에서 로드맵을 법령정비 과제와 함께 입력합니다.

            이미 있는 로드맵은 바꾸지 않습니다. 같은 내용의 파일은 아무것도 바꾸지 않고, 다른 내용이면 충돌입니다(종료 \
        상태 5). 그 뒤 부처가 알린 상태는 다른 것으로 보지 않습니다.
        sandbox roadmap list
            로드맵의 법령정비 과제를 보여 줍니다.

            부처나 법령 뒤의 물음표는 원문에 그 이름이 없다는 뜻입니다.
        sandbox roadmap view
            법령정비 과제 하나를 기다리는 과제와 함께 보여 줍니다.
        sandbox roadmap task
            법령정비 과제가 어디까지 왔는지 알립니다: 과제를 맡은 부처, 또는 담당 창구.

            판은 읽은 판입니다(sandbox roadmap view). 빈 값은 메모나 날짜를 지웁니다. 되돌리는 것(뒷걸음, 포기, 끝난 \
        것을 다시 여는 것)에는 사유가 필요합니다. --on의 날은 이정표로 기록됩니다. 다른 과제로 합쳐지는 것은 sandbox \
        roadmap merge로 합니다.
        sandbox roadmap enter
            이미 있는 법령정비 과제를 다른 로드맵에도 올립니다. 과제는 하나로 남습니다.

            그 로드맵의 목표는 처음 약속과 나란히, 그 로드맵을 채택한 날의 약속이 됩니다.
        sandbox roadmap link
            과제가 법령의 정비를 기다린다고 적습니다.

            모두 연결하거나 하나도 연결하지 않습니다. 이미 있는 연결은 그대로입니다.
        sandbox roadmap unlink
            과제가 법령의 정비를 더 기다리지 않는다고 적습니다.
        sandbox roadmap matches
            법령정비 과제가 고치는 조항을 신청서에 적었으나 아직 연결하지 않은 과제를 보여 줍니다.

            조문이 없는 조항은 그 법령의 모든 조문을 뜻합니다.
        sandbox roadmap provision
            법령정비 과제가 고치는 것을 다룹니다: 법령, 조문, 법령의 단계(조항).
        sandbox roadmap provision add
            법령정비 과제가 어느 조항을 고친다고 적습니다.

            --level이 없으면 법령 이름의 끝말로 압니다. 같은 조항의 특례를 신청한 과제는 이것으로 찾습니다: sandbox \
        roadmap matches.
        sandbox roadmap provision remove
            법령정비 과제가 어느 조항을 고치지 않는다고 적습니다.
        sandbox roadmap reference
            법령정비 과제를 다른 곳에서 가리키는 번호를 적습니다: 의안, 공포 번호, 관보.
        sandbox roadmap milestone
            법령정비 과제의 단계를 언제로 약속하고 언제 이르렀는지 다룹니다(이정표).
        sandbox roadmap milestone add
            이정표의 첫 약속을 입력합니다. 그 뒤에는 아무도 고칠 수 없습니다.

            날짜는 말한 그대로, 그것이 뜻하는 날과 함께 남습니다. 늦춰진 날짜는 새 전망입니다: sandbox roadmap forecast.
        sandbox roadmap milestone list
            이정표를 첫 약속과 나란히, 어느 날을 기준으로 보여 줍니다.

            --as-of는 나중에 입력되었더라도 그날까지 말한 것을 보여 줍니다.
        sandbox roadmap milestone reach
            이정표에 이르렀다고, 또는 이르지 않았다고 기록합니다.

            아직 그 앞에 있는 법령정비 과제는 그 이정표까지 나아갑니다. 바로잡는 데에는 사유가 필요하며, 빈 --on은 \
        기록을 거두어들입니다.
        sandbox roadmap forecast
            이정표에 언제 이를지 새로 알립니다: 과제를 맡은 부처, 또는 담당 창구.

            모든 전망은 첫 약속과 나란히 남습니다. --milestone이 없으면 마지막으로 약속한 이정표입니다.
        sandbox roadmap merge
            법령정비 과제를 다른 과제에 합칩니다. 번호, 연결, 약속은 남습니다.

            이전 과제를 기다리던 것은 새 과제를 기다리고, 이전 과제를 맡은 부처는 새 과제를 맡습니다. 이전 약속의 \
        결과는 새 과제로 잽니다. 합친 것은 되돌리지 못합니다.
        sandbox roadmap supersede
            다른 법령정비 과제가 이 과제를 갈음한다고 적습니다. 번호, 연결, 약속은 남습니다.
        sandbox roadmap report
            부처가 법령정비 과제에 관하여 낼 보고를 다룹니다(법령정비 보고).
        sandbox roadmap report schedule
            로드맵의 모든 과제에 관하여 보고할 날을 정합니다.

            보고는 과제를 맡은 부처의 받은 일에, 보고하거나 과제가 끝날 때까지 나옵니다. 그날이 지나면 사유가 필요합니다.
        sandbox roadmap report give
            우리 부처가 맡은 법령정비 과제에 관하여, 열려 있는 가장 이른 날의 보고를 합니다.
        sandbox roadmap report list
            낸 보고와 내야 할 보고를 보여 줍니다.
        sandbox roadmap progress
            법령정비 로드맵이 어디까지 왔는지 보여 줍니다.

            지연은 마지막 날이 지났고 끝나지 않은 것으로 알려진 과제입니다. 아무도 말하지 않은 과제는 따로 셉니다. \
        --as-of의 상태는 그날이 끝날 때까지 기록된 것입니다.
        """

    /// Strategy summits.
    static let summits = """
        sandbox summit
            전략대화를 다룹니다: 논의 주제, 제안과 애로, 전문가 협의체, 이행 약속.
        sandbox summit schedule
            전략대화를 계획하거나, 알려진 것을 바로잡습니다.
        sandbox summit import
            YAML 파일에서 전략대화를 그 내용 모두와 함께 입력합니다.

            이미 있는 전략대화는 바꾸지 않습니다. 같은 내용의 파일은 아무것도 바꾸지 않고, 다른 내용이면 충돌입니다\
        (종료 상태 5). 그 뒤의 이행 상황은 다른 것으로 보지 않습니다.
        sandbox summit list
            전략대화를 보여 줍니다.
        sandbox summit view
            전략대화 하나를 다음번을 위한 목록과 함께 보여 줍니다: 약속한 것과 그 결과.

            목록에는 이번 전략대화의 약속과 협의체, 그리고 이전 것 가운데 정리되지 않은 것이 있습니다.
        sandbox summit topic
            전략대화의 논의 주제를 입력합니다.
        sandbox summit participant
            전략대화나 그 주제에 참석하는 기관을 입력합니다.
        sandbox summit raise
            전략대화에서 나온 제안, 애로, 건의를 입력합니다.

            과제가 된 것은 그 과제를 볼 수 있는 사람만 봅니다.
        sandbox summit council
            주제의 전문가 협의체를 만듭니다. 협의체는 다음 전략대화에 보고합니다.

            등록부에 같은 이름의 기관이 있으면 협의체를 이끄는 기관이 보고할 수 있습니다.
        sandbox summit report
            전문가 협의체의 결과를 보고합니다: 협의체를 이끄는 기관, 또는 담당 창구.

            협의체는 만들어진 것보다 뒤의 전략대화에 보고합니다.
        sandbox summit commit
            전략대화에서 한 약속을 입력합니다(이행 약속).

            등록부에 같은 이름의 기관이 있으면 약속한 기관이 그 결과를 알립니다(fulfil, progress, withdraw).
        sandbox summit fulfil
            약속을 이행하였다고 근거와 함께 알립니다: 약속한 기관, 또는 담당 창구.
        sandbox summit progress
            약속을 위하여 그동안 한 일을 알립니다.
        sandbox summit withdraw
            약속을 사유와 함께 거두어들입니다.
        sandbox summit reopen
            정리된 약속이 정리되지 않았다고 알립니다.
        """
}
