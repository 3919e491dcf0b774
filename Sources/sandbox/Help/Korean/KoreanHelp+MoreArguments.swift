extension KoreanHelp {
    /// Periods, calendars, regimes.
    static let ofDeadlines = """
        Only what this ministry owes.
            이 부처가 지킬 것만.
        Only those by this rule, e.g. k4.
            이 규칙에 따른 것만. 예: k4.
        Only those whose last day is past.
            마지막 날이 지난 것만.
        Only those that end within this many days.
            이 날수 안에 끝나는 것만.
        Everybody's, and those that have ended.
            모두의 것과 끝난 것까지.
        The period, e.g. DE-2026-0001/2, or a case.
            기간(예: DE-2026-0001/2)이나 과제.
        On the calendar as it was known on this day.
            이날 알려져 있던 달력으로 셉니다.
        Join days of one kind, for people.
            사람이 읽기 좋게 같은 종류의 날을 묶습니다.
        The rule, e.g. K4 or k7-tabling; else --length and --counting.
            규칙. 예: K4, k7-tabling. 없으면 --length와 --counting을 씁니다.
        The day of the event, and its time where hours matter.
            일이 있은 날. 시각이 중요하면 시각도 적습니다.
        Days that do not count; may be given several times.
            세지 않는 날. 여러 번 적을 수 있습니다.
        What extensions add, in the rule's unit.
            연장으로 늘어나는 길이(규칙의 단위).
        Whose rule, where several regimes have it.
            여러 제도에 같은 규칙이 있을 때, 그 제도.
        Without a rule: how long.
            규칙이 없을 때: 길이.
        Without a rule: day, week, month or year (default: day).
            규칙이 없을 때: 단위(기본값: 일).
        Without a rule: civil, burden, petition, validity, backward, same-date or validity-same-date.
            규칙이 없을 때, 세는 방법: civil(민법), burden(침익), petition(민원), validity(유효기간), backward(역산), \
        same-date(같은 날짜), validity-same-date.
        Without a rule: on which calendar.
            규칙이 없을 때: 달력.
        The period, e.g. DE-2026-0001/2.
            기간. 예: DE-2026-0001/2.
        How much, in the unit of the rule (default: all it allows).
            늘릴 길이(규칙의 단위)(기본값: 허용되는 만큼 모두).
        The day it begins (default: today).
            시작하는 날(기본값: 오늘).
        The paper it rests on.
            근거가 되는 문서.
        The last day that is not counted (default: today).
            세지 않는 마지막 날(기본값: 오늘).
        The stop's number.
            멈춤의 번호.
        Which calendar (default: the only one there is).
            달력(기본값: 하나뿐인 달력).
        Only those of this year.
            이 해의 것만.
        Those that were known and held on this day.
            이날 알려져 있고 유효하던 것.
        Withdrawn ones as well.
            취소된 것까지.
        The file is complete: a holiday of its years that is not in it is withdrawn.
            파일이 전부입니다: 그 해의 공휴일 가운데 파일에 없는 것은 취소합니다.
        With --complete: also where days that are foreseen are not in the file.
            --complete와 함께: 예상되는 날이 파일에 없어도 합니다.
        Why holidays are withdrawn.
            공휴일을 취소하는 사유.
        The years.
            해.
        Where the holidays are published.
            공휴일이 공고된 곳.
        Also where days that are foreseen are not entered.
            예상되는 날이 입력되지 않았어도 합니다.
        Take it back: the years are open again.
            거두어들입니다: 그 해가 다시 열립니다.
        Why it is taken back.
            거두어들이는 사유.
        The days.
            날짜.
        The day of the withdrawal (default: today).
            취소한 날(기본값: 오늘).
        A file as calendar import takes it.
            calendar import가 읽는 형식의 파일.
        A holiday to enter; may be given several times.
            더할 공휴일. 여러 번 적을 수 있습니다.
        A day whose holidays are withdrawn; may be given several times.
            공휴일을 취소할 날. 여러 번 적을 수 있습니다.
        The ministry that answers later.
            늦게 회신하는 부처.
        So many days later.
            늦어지는 날수.
        Also ask the register: what other regimes have taken, and what of this one is fixed.
            등록부에도 묻습니다: 다른 제도가 이미 쓰는 것, 이 제도에서 바꿀 수 없는 것.
        Whose it is from now on; an organisation of kind authority.
            이제부터 이 제도를 맡을 주무부처.
        The regime; sandbox regime list has them.
            제도. sandbox regime list에 있습니다.
        This version (default: the newest).
            이 판(기본값: 가장 새 판).
        Only what changed since this version.
            이 판 뒤에 바뀐 것만.
        Print it as a regime file.
            제도 파일로 보여 줍니다.
        What happened, e.g. established or annual-reported.
            있었던 일. 예: established(제도 시작), annual-reported(연차 보고).
        The day (default: today).
            날짜(기본값: 오늘).
        What it was: the act, the title of the report.
            그 내용: 법률, 보고서의 제목 등.
        Only those of this regime.
            이 제도의 것만.
        """

    /// Roadmaps and summits.
    static let ofRoadmaps = """
        The code tasks are quoted by, e.g. ai-2020.
            법령정비 과제를 가리킬 때 쓰는 코드. 예: ai-2020.
        What the roadmap is called.
            로드맵의 이름.
        The day it was adopted.
            채택한 날.
        Whose it is, if there are several regimes.
            제도가 여럿일 때, 그 제도.
        Only this roadmap's.
            이 로드맵의 것만.
        Only those this ministry owes.
            이 부처가 맡은 것만.
        Only this status; may be given several times.
            이 상태만. 여러 번 적을 수 있습니다.
        Only those that change this law.
            이 법령을 고치는 것만.
        How far it has come.
            어디까지 왔는지.
        The version you read.
            읽은 판.
        The entry into force; with promulgated and in-force only.
            시행일. 공포와 시행에만 씁니다.
        The day the status was reached.
            그 상태에 이른 날.
        Why the status is taken back.
            상태를 되돌리는 사유.
        The other roadmap.
            다른 로드맵.
        The task's number there.
            그 로드맵에서의 과제 번호.
        The part of that roadmap it belongs to.
            그 로드맵에서 속한 분야.
        When it is to be done, in the words of that roadmap.
            언제까지 할지, 그 로드맵에 적힌 그대로.
        Which milestone that means.
            그것이 뜻하는 이정표.
        The law's name.
            법령의 이름.
        The article, as it is quoted (default: the law as a whole).
            조문. 인용하는 그대로(기본값: 법령 전체).
        What kind of law has to change.
            고칠 법령의 단계.
        What it is.
            종류.
        How it is quoted.
            인용하는 번호.
        Its day.
            그 날짜.
        Take it away (the desk).
            뺍니다(담당 창구).
        The milestone.
            이정표.
        When it is to be reached, in the words of the promise.
            언제 이를지, 약속한 말 그대로.
        The day it was said (default: today).
            말한 날(기본값: 오늘).
        Where it is written.
            적혀 있는 곳.
        Only of tasks this ministry owes.
            이 부처가 맡은 과제의 것만.
        Only those with this standing; may be given several times.
            이 판정의 것만. 여러 번 적을 수 있습니다.
        Only what had been entered by the end of this day.
            이날이 끝날 때까지 입력된 것만.
        The day, or the period when no more is known.
            날짜. 더 알려지지 않았으면 기간.
        Why what was recorded is corrected.
            기록한 것을 바로잡는 사유.
        When it will be reached, in words.
            언제 이를지, 말로.
        The milestone (default: the last that was promised, or entry into force).
            이정표(기본값: 마지막으로 약속한 것, 없으면 시행).
        Why the date has changed.
            날짜가 바뀐 사유.
        The task that continues it.
            이어받는 법령정비 과제.
        The task that replaces it.
            갈음하는 법령정비 과제.
        The roadmap.
            로드맵.
        The last days for the reports.
            보고할 마지막 날.
        How many days before a report may be given.
            며칠 전부터 보고할 수 있는지.
        Why the day was missed.
            기한을 넘긴 사유.
        Only on tasks of this roadmap.
            이 로드맵의 과제에 관한 것만.
        Only of this ministry.
            이 부처의 것만.
        Only those that are owed.
            내야 할 것만.
        Only this roadmap.
            이 로드맵만.
        By what tasks are counted.
            법령정비 과제를 세는 기준.
        The number of the summit, e.g. 1.
            전략대화의 번호. 예: 1.
        The day.
            날짜.
        What it is called.
            이름.
        Where it is held.
            열리는 곳.
        What it came to.
            결과.
        What it is about.
            주제.
        What was talked about.
            논의한 내용.
        The organisations.
            기관.
        The number of the topic.
            주제의 번호.
        Who raised it.
            말한 기관.
        The organisation in the chair.
            협의체를 이끄는 기관.
        An organisation that sits on it; may be given several times.
            협의체에 참여하는 기관. 여러 번 적을 수 있습니다.
        The number of the summit it reports to.
            보고하는 전략대화의 번호.
        What kind of thing.
            약속의 종류.
        Who promised it.
            약속한 기관.
        What was promised.
            약속한 것.
        By when, as it was said.
            언제까지, 말한 그대로.
        The commitment, summit and number, e.g. 1/2.
            약속: 전략대화와 번호. 예: 1/2.
        The day it happened (default: today).
            그 일이 있은 날(기본값: 오늘).
        What shows it.
            이행을 보여 주는 근거.
        What was done.
            한 일.
        """

    /// Reports, files, the log.
    static let ofReports = """
        Only this track.
            이 트랙만.
        By what decisions are counted.
            의결을 세는 기준.
        Only those decided on this day or later.
            이날이나 그 뒤에 의결된 것만.
        Only those decided on this day or earlier.
            이날이나 그 전에 의결된 것만.
        By what conditions are counted.
            부가조건을 세는 기준.
        Only of decisions made on this day or later.
            이날이나 그 뒤의 의결에 관한 것만.
        Only of decisions made on this day or earlier.
            이날이나 그 전의 의결에 관한 것만.
        Of whom.
            누구의 통계인지.
        Each milestone of each task, or counted by ministry, roadmap or milestone.
            과제마다의 이정표, 또는 세는 기준.
        Each commitment, or counted by owner, summit or kind.
            약속마다, 또는 세는 기준.
        One row a party, ministry by ministry, or for each track or case.
            한 줄에 한 쪽씩, 또는 부처, 트랙, 과제마다.
        Only this case; several times for several.
            이 과제만. 여럿이면 여러 번 적습니다.
        Only days from this one on.
            이날부터의 날만.
        Only days up to this one.
            이날까지의 날만.
        One row a ministry, or one a track.
            한 줄에 한 부처씩, 또는 한 트랙씩.
        The regime they are of.
            보고서의 제도.
        The folder; made if need be.
            폴더. 없으면 만듭니다.
        The manifest.
            명세 파일.
        Where to write the file again.
            다시 저장할 곳.
        What to withhold.
            비공개로 할 항목.
        What to show.
            공개할 항목.
        Whose they are, if there are several regimes.
            제도가 여럿일 때, 그 제도.
        What the file calls a column; several times for several.
            파일에서 부르는 열의 이름. 여럿이면 여러 번 적습니다.
        What is read where the file has nothing.
            파일에 없을 때 쓸 값.
        What is read whatever the file has.
            파일에 무엇이 있든 쓸 값.
        A file that says all of these.
            이 모두를 적은 파일.
        Those that have ended as well.
            끝난 것까지.
        Only those this ministry or company owes.
            이 부처나 기업이 지킬 것만.
        Only from this day on.
            이날부터의 것만.
        Only this case.
            이 과제만.
        Only what this person did.
            이 사용자가 한 것만.
        Only this act, as the log calls it; may be given several times.
            이 행위만. 기록에서 부르는 이름으로 적으며, 여러 번 적을 수 있습니다.
        Only what happened on this day or later.
            이날이나 그 뒤에 있었던 것만.
        Oldest first (default: newest first).
            오래된 것부터(기본값: 최근 것부터).
        What was kept of a seal; the log must still bear it out.
            보관한 봉인값. 기록이 지금도 이 값과 맞아야 합니다.
        Only what was recorded after that seal, and the rows that it changed; the rest was verified before.
            그 봉인 뒤에 기록된 것과 그것이 바꾼 행만. 나머지는 먼저 확인한 것으로 봅니다.
        Seal nothing; list the seals there are.
            봉인하지 않고, 있는 봉인을 보여 줍니다.
        """

    /// Organisations, persons, the database.
    static let ofInstallation = """
        The lead authority (default: the issuer that the regime names).
            주무부처(기본값: 제도에 적힌 발신 기관).
        A ministry to enter; several times for several (default: all the regime knows).
            등록할 부처. 여럿이면 여러 번 적습니다(기본값: 제도가 아는 부처 모두).
        The login of somebody at the desk (default: desk).
            담당 창구 사용자의 로그인(기본값: desk).
        How the person at the desk is called.
            담당 창구 사용자를 부르는 이름.
        List only what is not ok.
            이상이 있는 것만 보여 줍니다.
        The name it is known by.
            알려진 이름.
        Its name in English.
            영문 이름.
        A company's business registration number (사업자등록번호).
            기업의 사업자등록번호.
        A company's business registration number.
            기업의 사업자등록번호.
        It is another organisation than the one whose name is the same but for its spelling.
            적는 법만 다른 이름의 기관과는 다른 기관입니다.
        Only this kind; may be given several times.
            이 종류만. 여러 번 적을 수 있습니다.
        Its name.
            이름.
        Its present name.
            지금 이름.
        A new name.
            새 이름.
        The day from which it takes part in nothing new.
            새로운 일에 참여하지 않게 되는 날.
        The new name is that of another organisation than the one whose name is the same but for its spelling.
            새 이름은 적는 법만 다른 이름의 기관과는 다른 기관의 것입니다.
        The login: lower-case letters, digits, _ . -
            로그인: 영문 소문자, 숫자, _ . -
        What the person does.
            사용자의 역할.
        The organisation the person acts for; companies, ministries and the desk need one.
            사용자가 일하는 기관. 기업, 부처, 담당 창구의 사용자에게 필요합니다.
        How the person is called (default: the login).
            사용자를 부르는 이름(기본값: 로그인).
        Only this role; may be given several times.
            이 역할만. 여러 번 적을 수 있습니다.
        Only those of this organisation.
            이 기관의 사람만.
        The login.
            로그인.
        How the person is called.
            사용자를 부르는 이름.
        The logins.
            로그인.
        Make a new database where there was one.
            데이터베이스가 있던 곳에 새로 만듭니다.
        Stop after this version.
            이 판에서 멈춥니다.
        Print the SQL that would run, and run nothing.
            실행할 SQL을 보여 주고, 아무것도 실행하지 않습니다.
        The regime a new database begins with, or none (default: the one that comes with the program).
            새 데이터베이스가 처음 쓸 제도, 또는 none(기본값: 프로그램에 든 제도).
        Print the SQL that puts tables, columns, constraints and indexes right; run nothing.
            테이블, 열, 제약, 색인을 바로잡는 SQL을 보여 주고, 아무것도 실행하지 않습니다.
        What to print.
            보여 줄 것.
        """
}
