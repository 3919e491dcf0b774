extension KoreanHelp {
    /// Reports and the public register.
    static let reports = """
        sandbox report
            볼 수 있는 것에 관한 통계를 냅니다.

            보고서는 터미널에서는 표, --format html은 그림이 있는 인쇄용 한 쪽, 프로그램에는 csv나 JSON입니다. 파일 \
        곁에는 명세 파일이 생기며, sandbox report reproduce는 이것으로 같은 파일을 다시 만듭니다.
        sandbox report pipeline
            트랙마다 어느 단계에 과제가 몇 건, 얼마 동안 있는지 보여 줍니다.

            날수는 지금 단계에서 지난 역일입니다. --as-of의 단계는 그날이 끝날 때까지 기록된 것이며, 과거 자료의 과제는 \
        의결일부터 의결된 것으로 셉니다.
        sandbox report ageing
            열린 과제가 지금 단계에 얼마나 있었는지 보여 줍니다.

            날수는 역일입니다. --as-of는 그날이 끝날 때의 등록부를 읽습니다.
        sandbox report decisions
            의결 결과를 보여 줍니다: 지정·허가, 부결, 걸린 날수.

            날수는 제출부터 의결까지의 역일입니다. 과거 자료의 과제는 제출일이 없으므로 날수에 세지 않습니다. --as-of는 \
        그날이 끝날 때의 등록부를 읽습니다.
        sandbox report conditions
            의결에 붙은 부가조건의 수를 보여 줍니다.

            --as-of는 그날이 끝날 때의 등록부를 읽습니다. 내용은 sandbox export conditions로 봅니다.
        sandbox report organisations
            누가 참여하는지 보여 줍니다: 부처와 그 협의·법령정비 과제, 또는 기업과 그 과제.

            날수의 중앙값은 부처 회신의 절반이 이보다 오래 걸리지 않았다는 뜻이며 역일입니다. 법령정비 과제는 끝나지 \
        않은 것입니다. --as-of는 그날이 끝날 때의 등록부를 읽습니다.
        sandbox report roadmap
            법령정비 과제를 시간에 따라 보여 줍니다: 약속, 지금의 전망, 시행된 것.

            지연은 약속한 이정표의 첫 약속부터 셉니다. --as-of는 그날이 끝날 때의 등록부를 읽습니다. 이정표마다의 내용은 \
        sandbox report slip으로 봅니다.
        sandbox report slip
            약속한 것, 다시 약속한 것, 이른 것과 며칠 늦어졌는지 보여 줍니다.

            지연은 첫 약속의 마지막 날부터 이른 날의 마지막 날까지, 아직이면 마지막 전망의 마지막 날까지입니다. 날이 \
        지난 약속은 하루씩 더 늦어집니다. 앞의 ≤는 원문에 정확한 날이 없다는 뜻입니다.
        sandbox report commitments
            전략대화에서 한 약속과 그 결과를 보여 줍니다.

            지킴과 철회는 그날까지의 근거에 따릅니다. 지연은 정리되지 않았고 날이 지난 것입니다.
        sandbox report expiries
            모든 지정·허가의 만료일과, 기다리는 법령이 제때 시행될지 보여 줍니다.

            나쁜 것부터 나옵니다: 법령이 늦거나 언제일지 아무도 모르는 것이 제때인 것보다 먼저입니다. 늦는 날수는 마지막 \
        유효일부터, 연결된 법령정비 과제 가운데 마지막 것이 지금 전망으로 시행될 날까지입니다. ics 형식은 만료일의 \
        달력입니다.
        sandbox report time-with-whom
            과제의 시간이 누구에게서 지나는지 보여 줍니다: 하루하루를 과제가 기다린 쪽에 적습니다.

            하루는 그날이 끝나는 자정에 과제가 기다리던 쪽의 것입니다: 보완 요청이 열려 있으면 신청인, 통보받고 회신하지 \
        않은 부처, 상정되었거나 조정 중이면 위원회, 그 밖에는 담당 창구. 여럿을 기다리면 천분의 일까지 나누므로 합이 \
        전체 날수와 꼭 맞습니다. 지정·허가 뒤 연결된 법령이 시행될 때까지의 날은 입법의 것이며 따로 더합니다. 과거 \
        자료의 과제는 이를 알 수 없어 뺍니다. --as-of는 그날이 끝날 때의 등록부를 읽습니다.
        sandbox report consultations
            부처마다 협의의 결과를 보여 줍니다.

            날수는 기한이 세는 날로, 통보 다음 날부터 회신까지이며 멈춘 날은 뺍니다. 지연은 기간이 끝난 열린 협의입니다. \
        지난날에 열려 있던 것은 오늘의 사실에서 찾습니다.
        sandbox report all
            보고서 한 벌을 폴더에 저장합니다: 사람이 보는 쪽, 프로그램용 csv, 차례.

            보고서마다 이름.html과 이름.csv, 그 명세 파일이 생기고 index.html이 이들을 잇습니다. 모두 같은 시점에 \
        읽습니다. --as-of를 쓰면 보고서마다 지난날의 뜻을 밝힙니다. 같은 이름의 파일은 바꾸고, 심볼릭 링크는 따라가지 \
        않습니다. 새 파일은 나만 읽을 수 있으므로, 공개하려면 권한을 바꿉니다.
        sandbox report reproduce
            내보낸 파일을 그 명세 파일로 한 바이트도 다르지 않게 다시 만듭니다.

            그때의 등록부를 읽습니다: 그 뒤의 변경은 기록에 따라 되돌려 읽습니다. 바이트가 같지 않으면 종료 상태가 \
        7이며, 까닭을 알리고 파일을 남기지 않습니다.
        sandbox register
            지정·허가의 공개 등록부를 다룹니다.
        sandbox register export
            공개 등록부를 내보냅니다: 모든 지정·허가의 조항, 부가조건, 날짜, 결과.

            누가 물어도 같습니다. 비공개 항목은 비어 있고, 마지막 열에 그 사유가 있습니다. 연락처, 서류, 신청 내용, 의견, \
        초안, 의결되지 않은 과제는 등록부에 없습니다.
        sandbox register withhold
            지정·허가의 항목을 법이 정한 사유로 공개 등록부에서 비공개로 합니다.

            사유: secret-by-law(법령상 비밀), deliberation(의사결정 과정), personal-data(개인정보), trade-secret(영업비밀) \
        (정보공개법 제9조제1항제1호·제5호·제6호·제7호). 등록부에는 항목이 비어 있고 근거 조문이 나옵니다.
        sandbox register disclose
            비공개로 한 지정·허가의 항목을 공개 등록부에 다시 공개합니다.
        """

    /// Files in and out, and the log.
    static let files = """
        sandbox import
            파일을 통째로 받아들이거나, 하나도 받아들이지 않습니다.
        sandbox import cases
            과거에 의결된 과제를 CSV 파일에서 입력합니다.

            읽는 열은 company, service, track, decision이며, 파일에 있으면 decided_on, filed_on, ministries, regulation, \
        conditions, partners, designation_no, validity 또는 valid_from과 valid_until, extended_until, state, meeting, \
        note, inferred_fields, source도 읽습니다. 다른 이름의 열은 --map이나 대응표 파일(YAML: columns, defaults, constants, \
        words)로 알려 주며, 그러면 알려 주지 않은 열은 읽지 않습니다. 칸은 쉼표, 쌍반점, 탭으로 나누고, 한 칸에 부처나 \
        법령이 여럿 있어도 됩니다. export cases로 만든 파일도 읽습니다. 적는 법만 다른 이름은 같은 기업, 부처, 법령입니다.

            한 줄이라도 잘못되면 아무것도 입력하지 않고, 잘못된 곳을 모두 줄과 칸과 함께 알립니다(종료 상태 65). 먼저 \
        입력한 과제는 다시 입력하지 않습니다. 아직 없는 기업과 부처도 함께 입력합니다. 파일의 크기에는 제한이 없고, 한 \
        줄은 4 MiB까지입니다.
        sandbox import milestones
            이정표의 이력을 CSV 파일에서 입력합니다: 무엇을 언제로 약속하였고, 무엇에 이르렀는지.

            열: task, milestone, promised와 said_on, reached, reason, source. 같은 말로 이미 있는 것은 다시 입력하지 않고, \
        있는 것은 바꾸지 않습니다. 한 줄이라도 잘못되면 아무것도 입력하지 않습니다(종료 상태 65).
        sandbox import organisations
            기관을 CSV 파일에서 입력합니다: name, kind, 그리고 있으면 name_en과 registration_no.

            이미 있는 기관은 그대로 둡니다.
        sandbox export
            볼 수 있는 것을 종류마다 모두 내보냅니다: 스프레드시트와 통계에 씁니다.

            파일 곁에 명세 파일(파일이름.manifest.json)이 생기며, sandbox report reproduce는 이것으로 같은 파일을 다시 \
        만듭니다. csv에서 스프레드시트가 수식으로 실행할 글 앞에는 작은따옴표가 붙습니다. JSON에는 모든 글이 그대로 \
        있습니다.
        sandbox export cases
            볼 수 있는 과제를 한 줄씩 법령, 부처, 의견, 부가조건과 함께 내보냅니다.
        sandbox export consultations
            볼 수 있는 협의를 차수마다 내보냅니다.
        sandbox export decisions
            볼 수 있는 과제의 의결을 내보냅니다.
        sandbox export grants
            볼 수 있는 지정·허가를 내보냅니다: 지정·허가를 하는 트랙의 받아들인 의결.
        sandbox export conditions
            볼 수 있는 의결의 부가조건을 한 줄씩 내보냅니다.
        sandbox export roadmap
            로드맵의 법령정비 과제를 내보냅니다.
        sandbox export milestones
            법령정비 과제의 이정표를 내보냅니다: 약속, 다시 한 약속, 이른 날, 지연.
        sandbox export deadlines
            볼 수 있는 법정 기간을 내보냅니다. ics 형식은 만료일의 달력입니다.

            Outlook, Google, Apple 달력이 읽습니다. 만료일이 움직이면 그곳에서도 움직입니다: UID가 그대로입니다.
        sandbox export events
            볼 수 있는 만큼의 기록을 내보냅니다.

            해시값에 들어가는 열이 모두 있습니다. 다른 프로그램으로 확인하는 방법은 docs/audit.md에 있습니다.
        sandbox audit
            기록을 다룹니다: 누가 무엇을 언제 하였는지, 그 뒤 아무도 고치지 않았다는 증명.
        sandbox audit log
            볼 수 있는 기록을 최근 것부터 보여 줍니다.

            다른 프로그램으로 확인하려면 sandbox export events로 모두 내보냅니다.
        sandbox audit verify
            기록과 봉인, 기록에 비춘 등록부를 확인합니다. 틀린 것이 있으면 종료 상태가 7입니다.

            기록의 모든 해시값을 다시 계산하고, 기록되는 모든 행을 그 기록에서 나오는 값과 견줍니다. 틀린 것은 첫 \
        기록부터, 그다음 행, 그다음 봉인의 순서로 보여 줍니다.
        sandbox audit seal
            기록을 봉인하고, 바깥의 누군가가 보관할 봉인값을 보여 줍니다.

            봉인값을 가진 사람은 언제든지 확인을 요구할 수 있습니다: sandbox audit verify --seal 봉인값.
        """

    /// Organisations, persons and the database.
    static let installation = """
        sandbox org
            기업, 부처, 주무부처를 다룹니다.
        sandbox org add
            기관을 등록합니다.
        sandbox org list
            볼 수 있는 기관을 보여 줍니다: 공공기관, 그리고 볼 수 있는 과제의 기업.
        sandbox org view
            기관 하나를 보여 줍니다.
        sandbox org edit
            등록부에 적힌 기관의 내용을 바로잡습니다.

            판은 읽은 판입니다(sandbox org view). 그 사이 다른 사람이 고쳤으면 양쪽을 보여 주고 아무것도 바꾸지 않습니다. \
        빈 값은 지웁니다.
        sandbox user
            사용자를 다룹니다: 한 역할로 한 기관을 위하여 일하는 PostgreSQL 로그인.
        sandbox user add
            사용자를 만듭니다: 암호 없는 PostgreSQL 로그인이며 역할은 하나입니다.

            로그인하는 방법은 서버가 정합니다(peer, SCRAM, 인증서, LDAP). 내장 데이터베이스에서는 --as 이름이면 됩니다.
        sandbox user list
            볼 수 있는 사용자를 보여 줍니다: 운영자와 감사자는 모두, 나머지는 같은 기관의 사람.
        sandbox user edit
            사용자를 부르는 이름을 바꿉니다.

            다른 기관이나 역할로 옮기는 사람에게는 새 로그인을 줍니다. 그래야 한 일이 구별됩니다.
        sandbox user disable
            사용자의 일을 끝냅니다: 로그인할 수 없고, 열려 있는 연결에서도 더 보거나 할 수 없습니다.

            모두 하거나 하나도 하지 않습니다.
        sandbox user enable
            일을 끝낸 사용자가 같은 기관을 위하여 다시 로그인하게 합니다.

            모두 하거나 하나도 하지 않습니다.
        sandbox db
            내장 데이터베이스와 스키마를 다룹니다.
        sandbox db start
            내장 데이터베이스를 시작합니다. 없으면 먼저 만듭니다.

            어느 명령이든 스스로 이 일을 합니다. 서버는 `sandbox db stop`을 하거나 기계가 꺼질 때까지 돕니다.

            한 번 만든 데이터베이스가 없어졌으면(연결되지 않은 볼륨 등) --new 없이는 새로 만들지 않습니다.
        sandbox db stop
            내장 데이터베이스를 멈춥니다. 끝난 일은 모두 남습니다.
        sandbox db status
            어느 데이터베이스를 쓰는지, 돌고 있는지, 스키마가 어느 판인지 알립니다.

            아무것도 시작하지 않습니다.
        sandbox db migrate
            스키마를 이 프로그램의 판으로 올립니다.

            내장 데이터베이스는 저절로 올라갑니다. 다른 서버에는 데이터베이스의 소유자로 연결합니다.

            자료를 담는 것은 한 단계씩 바꿉니다. 함수, 뷰, 트리거, 정책, 권한은 누군가 손으로 지우거나 바꾸거나 더한 \
        때에도 통째로 바꿉니다(sandbox db verify가 알립니다). 그 약 2초 동안은 아무도 테이블을 쓸 수 없습니다. 이를 위하여 \
        10초씩 세 번 기다리고, 그래도 쓰고 있는 사람이 있으면 누구인지 알리고 아무것도 바꾸지 않습니다.
        sandbox db verify
            데이터베이스가 이 프로그램이 만든 그대로인지 확인합니다. 아니면 종료 상태가 7입니다.

            다르게 적용된 파일과, 그 뒤 누군가 지우거나 바꾸거나 더한 것을 모두 알립니다. 함수, 뷰, 트리거, 정책, 권한은 \
        sandbox db migrate가 바로잡고, 테이블, 열, 제약, 색인은 --sql이 바로잡는 문장을 보여 줍니다. 어느 상태에서 누가 \
        무엇을 할 수 있는지 적은 행, 역할과 사용자가 그룹을 넘어 할 수 있는 것, 발행과 이벤트 트리거도 확인합니다.

            만들 때 그 데이터베이스에 기록한 것과 견줍니다. 스키마를 바꿀 수 있는 사람은 이것도 꾸밀 수 있습니다. 꾸밀 수 \
        없는 것은 해시값입니다: 이 프로그램이 같은 판의 PostgreSQL에 만든 데이터베이스는 모두 같은 값입니다.
        sandbox db schema
            데이터베이스의 어느 것을 정의하는 SQL을 보여 줍니다. 이름이 없으면 모두 늘어놓습니다.

            프로그램 안에 있으므로 서버가 필요 없습니다. 이름은 함수, 뷰, 트리거, 정책, 테이블, 타입, 제약, 색인, 도메인의 \
        이름이며 스키마는 붙여도 되고 안 붙여도 됩니다. 테이블이면 시행 중인 것을 모두 보여 줍니다: 제약과 색인, 트리거와 \
        그 함수, 정책, 권한, 기록되는 것.
        sandbox db url
            psql 등 다른 프로그램에서 연결하는 방법을 보여 줍니다.

            명령이 내장 데이터베이스를 쓰면 그것을 시작합니다. 암호는 절대로 보여 주지 않습니다.
        """
}
