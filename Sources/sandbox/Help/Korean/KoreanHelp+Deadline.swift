extension KoreanHelp {
    /// Periods, calendars and regimes.
    static let deadlines = """
        sandbox deadline
            법정 기간을 다룹니다: 언제 왜 끝나는지, 무엇이 멈추고 늘리는지(기한).
        sandbox deadline list
            진행 중인 기간을 먼저 끝나는 것부터 보여 줍니다.

            기업과 부처는 자기가 지킬 기한을, 나머지는 진행 중인 모든 기한을 봅니다. --all은 끝난 기간을 포함하여 볼 수 \
        있는 모두를 보여 줍니다. 그 밖에 마지막 날이 있는 것(보완, 부가조건, 명령, 끝나는 보험)도 함께 나오며, --case, \
        --rule, --as-of를 쓰면 나오지 않습니다. ‘늦는 회차’는 상정 기간이 다음 심의위원회보다 먼저 끝날 때 그 회차를 \
        가리킵니다.
        sandbox deadline explain
            기간을 하루씩 세어 보여 줍니다: 세는 날, 세지 않는 날과 그 까닭, 근거 조문.

            번호가 없으면 과제의 모든 기간을 설명합니다. --fold는 이어지는 같은 종류의 날을 묶습니다.
        sandbox deadline count
            과제 없이, 어느 날부터의 기간을 하루씩 근거 조문과 함께 셉니다.

            --stop의 날은 양 끝을 포함하여 세지 않습니다. --known-on은 그날 알려져 있던 달력으로 셉니다. 그 뒤에 공고된 \
        공휴일은 없는 것으로 합니다.
        sandbox deadline check
            모든 기간을 하루씩 한 번 더 세어 어긋나는 곳을 찾습니다. 있으면 종료 상태가 7입니다.

            두 번째 셈은 평소 날짜를 세는 식을 쓰지 않습니다. 기한, 지정·허가, 처리할 일로 보관된 값도 그 사실에서 나온 \
        값과 견줍니다.
        sandbox deadline recount
            보관된 기한, 지정·허가, 처리할 일, 찾기 글, 수 가운데 점검에서 틀린 것을 바로잡습니다.

            모든 행위는 자기가 움직이는 것을 함께 기록합니다. 누군가 다른 방법으로 자료를 바꾸었으면 deadline check와 \
        doctor가 틀린 것을 알리고, 이 명령이 다시 셉니다. 그 밖의 것은 바꾸지 않습니다.
        sandbox deadline extend
            우리 기관이 지킬 기간을 그 규칙이 허용하는 횟수와 길이만큼 늘립니다.
        sandbox deadline stop
            규칙에 있는 사유로 기간을 멈춥니다. 보완 요청은 저절로 기간을 멈춥니다.

            --from 다음 날부터 다시 진행하게 한 날까지 세지 않습니다.
        sandbox deadline resume
            멈춘 기간을 다시 진행하게 합니다.

            보완으로 멈춘 것은 보완에 답하면 끝납니다.
        sandbox deadline undo
            잘못 멈춘 것을 없던 것으로 합니다. 멈춘 사실은 기록에 남습니다.

            멈춤의 번호는 sandbox deadline explain이 보여 줍니다.
        sandbox calendar
            기간을 세는 달력을 다룹니다: 공휴일, 늦은 공고, 취소, 그리고 그것이 움직이는 기한.
        sandbox calendar list
            공휴일을 지금 알려진 대로, 또는 어느 날 알려져 있던 대로 보여 줍니다.
        sandbox calendar import
            CSV 파일에서 새 공휴일을 입력합니다: date, name_ko, kind, 그리고 있으면 name_en, announced_on, source.

            kind는 regular(정기), substitute(대체), temporary(임시), election(선거) 가운데 하나입니다. --complete를 쓰면 \
        파일의 해에 있으나 파일에 없는 공휴일이 취소되고, 그 해는 완결된 것으로 선언됩니다(calendar declare). 열린 \
        기간은 모두 곧바로 다시 세며, 무엇이 움직이는지는 calendar preview가 보여 줍니다.
        sandbox calendar declare
            한 해의 공휴일을 모두 입력하였다고 선언합니다. 그전까지 그 해의 날은 예상일 뿐입니다.

            달력의 규칙에 따라 예상되나 입력되지 않은 공휴일이 있으면 알리고, 선언하지 않습니다. --despite-missing을 \
        쓰면 그날은 공휴일이 아닌 것으로 합니다.
        sandbox calendar withdraw
            날짜를 들어 공휴일을 취소합니다. 그전에 알려져 있던 것은 계속 물을 수 있습니다.
        sandbox calendar preview
            달력이 바뀌면 움직일 열린 기간을 모두 보여 줍니다: 이전 끝과 새 끝, 그 과제.

            바꾸어 보고, 본 다음, 되돌립니다.
        sandbox calendar check
            달력이 어디까지 알려져 있는지, 그 뒤에 끝나는 열린 기간이 있는지 알립니다. 있으면 종료 상태가 7입니다.
        sandbox regime
            제도를 자료로 다룹니다(제도): 트랙, 서류, 기한 규칙의 점검, 적용, 비교.
        sandbox regime check
            제도 파일을 점검합니다. 요청하지 않으면 데이터베이스를 쓰지 않습니다.

            잘못된 곳을 모두 줄과 칸과 함께 알립니다(종료 상태 65). 과제번호의 머리글자나 위원회의 코드를 쓸 수 있는지처럼 \
        등록부만 아는 것은 --register로 묻습니다. 로그인할 수 있으면 누구나 물을 수 있습니다.
        sandbox regime apply
            제도를 파일의 내용대로 만듭니다.

            이미 시행 중인 것과 같은 파일은 아무것도 바꾸지 않습니다. 다르면 새 판이 됩니다. 과제는 제출한 때의 판을 \
        따릅니다. 파일에 applies_to: open-cases가 있으면 열린 과제에도 적용되며, 움직이는 기한을 모두 이전 끝과 새 끝과 \
        함께 보여 줍니다. 파일에 없게 된 것은 새 과제에 쓰지 않을 뿐, 없애지 않습니다. 제도는 한 주무부처의 것이며 그 \
        담당 창구만 그 제도로 일합니다. 새 제도이고 달리 적지 않으면 우리 기관의 것입니다.
        sandbox regime list
            제도를 가장 새 판과 함께 보여 줍니다.
        sandbox regime view
            제도 하나를 보여 줍니다: 트랙과 기한 규칙, 지난 판, 또는 어느 판 뒤에 바뀐 것.

            --yaml은 고쳐서 다시 적용할 수 있는 파일로 보여 줍니다.
        sandbox regime record
            제도 전체에 있었던 일을 기록합니다: 제도를 세운 것, 보고서를 낸 것 등.

            제도의 규칙에 그 일부터 시작하는 기간이 있으면 그때부터 진행하고, 끝난 것은 다시 시작합니다. 기록은 그대로 \
        남습니다.
        sandbox regime duties
            제도 전체가 지킬 의무(연차 보고 등)와 그 기한을 보여 줍니다.
        """
}
