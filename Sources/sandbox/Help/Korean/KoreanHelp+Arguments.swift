extension KoreanHelp {
    /// Options that many commands have.
    static let everywhere = """
        The database, as libpq names it.
            데이터베이스의 주소(libpq의 형식).
        Default: DATABASE_URL, PG…, else embedded.
            기본값: DATABASE_URL, PG…, 없으면 내장 데이터베이스.
        Who acts, on the embedded database (or SANDBOX_AS).
            내장 데이터베이스에서 누구로 일하는지(또는 SANDBOX_AS).
        The language of messages and tables (default: from the locale).
            안내와 표의 언어(기본값: 로캘에 따름).
        How rows are printed (default: table on a terminal, else tsv).
            출력 형식(기본값: 터미널이면 table, 아니면 tsv).
        Headers and values in words of this language, for a spreadsheet; csv with a byte order mark.
            머리글과 값을 이 언어의 말로 적습니다(스프레드시트용). csv에는 바이트 순서 표시(BOM)가 붙습니다.
        Never ask; fail when something is missing.
            묻지 않습니다. 빠진 것이 있으면 실패합니다.
        Say on standard error what goes to the database: statements without values, and how long they take.
            데이터베이스로 가는 것을 표준 오류에 알립니다: 값을 뺀 문장과 걸린 시간.
        Show the version.
            프로그램의 판을 보여 줍니다.
        Show help information.
            도움말을 보여 줍니다.
        Do everything, then roll it back.
            모두 해 본 다음 되돌립니다.
        Do this only if no act of this key was done before (default: a random key).
            이 키로 이미 한 일이 없을 때에만 합니다(기본값: 무작위 키).
        Answer as on this day (default: today in the authority's zone).
            이날을 기준으로 답합니다(기본값: 주무부처 시간대의 오늘).
        At most n rows.
            많아야 n행.
        At most n rows; 0 for all (default: 50 on a terminal, else all).
            많아야 n행. 0은 모두(기본값: 터미널이면 50, 아니면 모두).
        At most n rows; 0 for all (default: 100 on a terminal, else all).
            많아야 n행. 0은 모두(기본값: 터미널이면 100, 아니면 모두).
        Why.
            사유.
        Why; the company is told.
            사유. 기업에 알려집니다.
        Why; the parties are told.
            사유. 당사자에게 알려집니다.
        Why; needed to oppose.
            사유. 반대할 때 필요합니다.
        Why; whoever asked is told.
            사유. 신청한 쪽에 알려집니다.
        Write to this file, which must not exist yet.
            저장할 파일. 이미 있으면 안 됩니다.
        The file, or - for standard output.
            파일, 또는 -(표준 출력).
        The file, or - for standard input.
            파일, 또는 -(표준 입력).
        The file to write: whole, or not at all. Its ending chooses the format (csv, json, jsonl, tsv, html).
            저장할 파일. 통째로 저장하거나 저장하지 않습니다. 형식은 파일 이름의 끝에 따릅니다(csv, json, jsonl, tsv, html).
        CSV for Excel: byte order mark and CR LF.
            엑셀용 CSV: 바이트 순서 표시(BOM)와 CR LF.
        Only this regime's; of a report the regime it is of.
            이 제도의 것만. 보고서는 그 보고서의 제도.
        """

    /// Proposals, consultations.
    static let ofCases = """
        A track, by code or name; sandbox regime view lists them.
            트랙의 코드나 이름. sandbox regime view가 보여 줍니다.
        Whose, if several regimes have the track.
            여러 제도에 같은 트랙이 있을 때, 그 제도.
        What the service is called.
            서비스의 이름.
        What the service does.
            서비스의 내용.
        Whether it is a technology, a service or both.
            기술인지 서비스인지, 둘 다인지.
        A law that is in the way, e.g. '저작권법 제35조의5'; several times for several.
            걸림돌이 되는 법령. 예: '저작권법 제35조의5'. 여럿이면 여러 번 적습니다.
        What that law says; the nth for the nth law.
            그 법령의 내용. n번째는 n번째 법령의 것입니다.
        The exemption needed; the nth for the nth law.
            필요한 규제특례. n번째는 n번째 법령의 것입니다.
        How it is to be applied; the nth for the nth law.
            규제특례를 적용하는 방법. n번째는 n번째 법령의 것입니다.
        What is asked, in a rapid confirmation; the nth for the nth law.
            신속처리에서 확인하려는 것. n번째는 n번째 법령의 것입니다.
        A section of the form; the codes are in sandbox case template.
            양식의 항목. 코드는 sandbox case template에 있습니다.
        A paper to attach; the codes are in sandbox case template.
            첨부할 서류. 코드는 sandbox case template에 있습니다.
        The proposal as YAML; - for standard input.
            YAML로 적은 제안, 또는 -(표준 입력).
        The case, e.g. DE-2026-0001 or DRAFT-17.
            과제. 예: DE-2026-0001, DRAFT-17.
        The version the file was made from, if the file does not say it.
            파일의 바탕이 된 판. 파일에 없을 때 적습니다.
        A draft, or the proposal as YAML; - for standard input.
            초안, 또는 YAML로 적은 제안, 또는 -(표준 입력).
        File it though your company has filed the very same already.
            우리 기업이 똑같은 제안을 이미 제출하였어도 제출합니다.
        The files.
            파일.
        Which of the track's papers they are, e.g. business-plan.
            트랙의 어느 서류인지. 예: business-plan(사업계획서).
        The files' numbers, as sandbox case papers lists them.
            파일의 번호. sandbox case papers에 있습니다.
        A folder, a file for a single paper, or - for standard output (default: here).
            폴더, 서류가 하나면 파일, 또는 -(표준 출력)(기본값: 지금 폴더).
        The cases, e.g. DE-2026-0001 or DRAFT-17; - for a list on standard input.
            과제. 예: DE-2026-0001, DRAFT-17. -는 표준 입력의 목록.
        What is missing.
            빠진 것.
        The last day for the answer.
            답할 마지막 날.
        Which request, if several are open.
            열려 있는 요청이 여럿이면 그 번호.
        The answer.
            답.
        A paper that goes with it.
            함께 내는 서류.
        What the document says.
            공문의 내용.
        The number that the sender gave it.
            보낸 기관의 문서번호.
        The day it arrived (default: today).
            도착한 날(기본값: 오늘).
        The document itself.
            공문 파일.
        Which document is written.
            저장할 공문의 번호.
        Why it may be deliberated again.
            다시 심의할 수 있는 사유.
        The new evidence, or what has changed.
            새로운 증거, 또는 바뀐 사정.
        Ask to speak before the committee.
            위원회에 나가 의견을 말하겠다고 신청합니다.
        Only this stage; may be given several times.
            이 단계만. 여러 번 적을 수 있습니다.
        Only this regime's (default: all; for the desk those of its authority).
            이 제도의 것만(기본값: 모두, 담당 창구는 그 주무부처의 것).
        Only this track; may be given several times.
            이 트랙만. 여러 번 적을 수 있습니다.
        Only this company's.
            이 기업의 것만.
        Only those this ministry is or was concerned with.
            이 부처가 관계하거나 관계하였던 것만.
        Only those whose stage changed on this day or later.
            이날이나 그 뒤에 단계가 바뀐 것만.
        Only those that wait for this party.
            이쪽을 기다리는 것만.
        Only those in which these words are found; see “sandbox search”.
            이 낱말이 있는 것만. sandbox search를 보십시오.
        By the month of filing instead.
            제출한 달에 따라 셉니다.
        Print the proposal as YAML, to be edited and given to sandbox case edit.
            제안을 YAML로 보여 줍니다. 고쳐서 sandbox case edit에 줍니다.
        The grant the case is the same as or similar to.
            이 과제와 같거나 비슷한 지정·허가.
        What makes the two the same or similar.
            두 과제가 같거나 비슷한 까닭.
        The ministries to ask.
            의견을 물을 부처.
        What is asked; else the proposal as such.
            물을 것. 없으면 제안 전체.
        As a same-or-similar case, with the shorter period for the reply.
            동일·유사 과제로 하여 짧은 회신 기간을 씁니다.
        The ministry that was told.
            공문을 받은 부처.
        The day it was told (default: today).
            공문을 받은 날(기본값: 오늘).
        The proof.
            받은 것을 증명하는 내용.
        Only those that wait for a reply.
            회신을 기다리는 것만.
        Only those with this ministry.
            이 부처와의 것만.
        Only those of this case.
            이 과제의 것만.
        Only this ministry.
            이 부처만.
        Only this round.
            이 차수만.
        The opinion.
            의견.
        A condition of the agreement; several times for several.
            동의하는 조건. 여럿이면 여러 번 적습니다.
        The ministry that replied.
            회신한 부처.
        The ministry that was asked.
            협의를 받은 부처.
        The ministry.
            부처.
        The ministry (default: your own).
            부처(기본값: 우리 부처).
        The lapse is upheld.
            기한이 지난 것을 그대로 둡니다.
        The lapse is set aside.
            기한이 지난 것을 없던 것으로 합니다.
        """
}
