extension KoreanHelp {
    /// Committees, conditions, objections.
    static let ofCommittees = """
        The committee: main, fast-track or case-by-case.
            위원회: main(신기술·서비스심의위원회), fast-track, case-by-case. sandbox regime view가 보여 줍니다.
        The day of the meeting (default: today in the authority's zone).
            회의 날짜(기본값: 주무부처 시간대의 오늘).
        The last day of a written vote.
            서면 의결의 마지막 날.
        How it meets.
            회의하는 방법.
        The number of the meeting.
            회의의 번호.
        The meeting: committee and number, e.g. main/43.
            회의: 위원회와 번호. 예: main/43.
        A member: chair, standing-agency, agency or private, a colon, the name. May be given several times.
            위원: chair(위원장), standing-agency, agency, private(민간) 가운데 하나, 쌍점, 이름. 여러 번 적을 수 있습니다.
        A member named by --member who sits on the main committee as well.
            --member로 적은 위원 가운데 본위원회 위원이기도 한 사람.
        A meeting whose members sit again.
            위원이 그대로 다시 나오는 이전 회의.
        For a committee that decides what is delegated to it: the resolution that did.
            위임받아 의결하는 위원회라면, 위임한 의결.
        Take them off the agenda, as long as it is not frozen.
            확정되지 않은 안건에서 뺍니다.
        Its new day.
            새 날짜.
        The member, as named in the meeting.
            회의에 적힌 이름 그대로의 위원.
        In which way.
            방법.
        On which ground.
            사유.
        What there is to say about it.
            덧붙일 말.
        Members in favour.
            찬성한 위원.
        Members against.
            반대한 위원.
        Members who abstain.
            기권한 위원.
        How everybody else voted who takes part and has not voted yet.
            관여하면서 아직 표결하지 않은 나머지 위원의 표결.
        Members who abstained.
            기권한 위원.
        Members who were not there.
            불참한 위원.
        How the mistake came about.
            잘못 기록한 경위.
        What was decided.
            의결한 것.
        The day of the decision (default: that of the meeting, or today in the authority's zone).
            의결한 날(기본값: 회의 날짜, 또는 주무부처 시간대의 오늘).
        The meeting; needed only where no committee decides.
            회의. 위원회가 의결하지 않는 때에만 필요합니다.
        A condition as TEXT or @FILE; before:, during: or after: (실증 전:, 실증 중:, 실증 후:) in front says when, a colon alone that it has no phase. May be given several times.
            부가조건의 글이나 @파일. 앞에 ‘실증 전:’, ‘실증 중:’, ‘실증 후:’를 붙여 시기를 적고, 시기가 없으면 쌍점만 붙입니다. \
        여러 번 적을 수 있습니다.
        Whose work they become (default: yours).
            누구의 일로 할지(기본: 나).
        They are nobody's work in particular any more.
            더는 누구의 일로도 지정하지 않습니다.
        Why, for the log.
            사유. 기록에 남습니다.
        What is noted.
            메모의 글.
        The person in charge.
            담당자.
        Address.
            주소.
        The company's representative.
            기업의 대표자.
        Why it is replaced.
            바꾸는 사유.
        Only those assigned to this person.
            이 사람에게 지정된 것만.
        The earlier act that it replaces, by its number.
            바꾸려는 앞의 행위의 번호.
        Only on cases assigned to you, or to somebody whose deputy you are today.
            나에게, 또는 오늘 내가 대결하는 사람에게 지정된 과제의 것만.
        The rights from now on: file, decide, sign, with commas between; or all, or none.
            앞으로의 권한: 제출, 결정, 서명 가운데 쉼표로 이어서, 또는 전부나 없음.
        The login (default: yours).
            로그인(기본: 나).
        A file whose first line it is; - for standard input.
            첫 줄에 비밀번호를 적은 파일, 표준 입력은 -.
        The login of a colleague (default: you).
            동료의 로그인(기본: 나).
        The first day (default: today).
            첫날(기본: 오늘).
        The last day.
            마지막 날.
        Who is the deputy: a colleague.
            대결자: 동료.
        The login of the person whose work it is.
            일을 넘길 사람의 로그인.
        Who takes it over.
            넘겨받을 사람.
        Why; the log keeps it with every case.
            사유. 과제마다 기록에 남습니다.
        What the condition is for; the first for the first condition, and so on.
            부가조건의 목적. 첫 번째는 첫 번째 조건의 것입니다.
        How to tell that it is met; the first for the first condition, and so on.
            이행을 확인하는 방법. 첫 번째는 첫 번째 조건의 것입니다.
        When it is due, e.g. 'before commencement', 'every 6 months', 'within 30 days of end', 'on 2026-12-31'.
            이행 기한. 예: '사업개시 전', '6개월마다', '만료 후 30일 이내', '2026-12-31까지'.
        A YAML file with the conditions; - for standard input.
            부가조건을 적은 YAML 파일, 또는 -(표준 입력).
        An earlier grant like this case that the decision does not follow; --reason says why.
            의결이 따르지 않는 비슷한 이전 지정·허가. 까닭은 --reason에 적습니다.
        A grant is valid for so many months, where less than the law allows.
            법이 허용하는 것보다 짧을 때, 유효기간의 개월 수.
        A grant is valid up to this day, where less than the law allows.
            법이 허용하는 것보다 짧을 때, 유효기간의 마지막 날.
        The validity begins with the business (사업개시일부터), not with the grant.
            유효기간을 지정·허가한 날이 아니라 사업을 개시한 날부터 셉니다.
        Of the minutes, not of the decision.
            의결이 아니라 회의록을 바로잡습니다.
        How it has to read.
            바른 내용.
        Why the reply that was entered before is put right; this one takes its place.
            먼저 입력한 회신을 바로잡는 사유. 이 회신이 그것을 대신합니다.
        Why the answer that was entered before is put right; this one takes its place.
            먼저 입력한 답변을 바로잡는 사유. 이 답변이 그것을 대신합니다.
        The ministry for which it was entered.
            그 회신을 입력한 부처.
        Which request (default: the last that was entered).
            요청의 번호(기본값: 마지막에 입력한 것).
        The number of the disposition (default: the last that was answered).
            처분의 번호(기본값: 마지막에 답한 것).
        The number of the act in the journal of the grant.
            사후 절차 기록의 번호.
        What was wrong.
            잘못된 것.
        Who begins to mediate.
            조정을 시작하는 협의체.
        It has ended: what came of it.
            조정이 끝났을 때, 그 결과.
        The day (default: today in the authority's zone).
            날짜(기본값: 주무부처 시간대의 오늘).
        Only this committee's.
            이 위원회의 것만.
        Only those that are not over yet.
            아직 끝나지 않은 것만.
        How they became what they are.
            지금의 내용이 되기까지를 보여 줍니다.
        The condition's number, as sandbox condition list has it.
            부가조건의 번호. sandbox condition list에 있습니다.
        The document that shows it.
            이행을 보여 주는 문서.
        The evidence's number, as sandbox condition view has it.
            이행 자료의 번호. sandbox condition view에 있습니다.
        The condition in its new words.
            새 부가조건의 내용.
        What it is for.
            목적.
        How to tell that it is met.
            이행을 확인하는 방법.
        When it is due.
            이행 기한.
        The number of the disposition (default: the only one).
            처분의 번호(기본값: 하나뿐인 처분).
        What is asked for, and why.
            신청하는 것과 그 까닭.
        The number of the disposition (default: the only one objected to).
            처분의 번호(기본값: 이의가 신청된 하나뿐인 처분).
        What the authority answers.
            이의신청에 대한 결정.
        """

    /// Grants and official papers.
    static let ofGrants = """
        Only this state; may be given several times.
            이 상태만. 여러 번 적을 수 있습니다.
        Only those of cases in which these words are found; see “sandbox search”.
            과제에 이 낱말이 있는 것만. sandbox search를 보십시오.
        The case whose grant it is, e.g. DE-2026-0001.
            지정·허가된 과제. 예: DE-2026-0001.
        The day it takes effect (default: today in the authority's zone).
            효력이 생기는 날(기본값: 주무부처 시간대의 오늘).
        The gazette or page.
            관보나 누리집의 자리.
        The insurer.
            보험회사.
        The policy's number.
            증권번호.
        The first day it covers.
            보장하는 첫날.
        The last day it covers.
            보장하는 마지막 날.
        What it covers, in won; several times for several.
            보장 항목과 금액(원). 여럿이면 여러 번 적습니다.
        Instead of an insurance: how damage is made good.
            보험 대신, 손해를 배상하는 방법.
        The file that proves it.
            증명하는 파일.
        The insurance or plan, by its number in the journal.
            보험이나 계획의 번호.
        The order of correction, by its number in the journal.
            시정명령의 번호.
        What was seen.
            확인한 내용.
        Periodic, or the result at the end.
            정기 보고인지, 끝난 뒤의 결과 보고인지.
        The report.
            보고 내용.
        How much of the plan is done.
            계획의 진척도(%).
        How many people use it.
            이용자 수.
        A problem that is open, with its remedy after a colon.
            남은 문제. 쌍점 뒤에 대책을 적습니다.
        A problem that is solved.
            해결된 문제.
        A condition that is met.
            이행한 부가조건.
        A condition that is not due yet.
            아직 이행할 때가 아닌 부가조건.
        The report as a file.
            보고서 파일.
        What happened.
            일어난 일.
        Who claims.
            청구한 사람.
        How much, in won.
            금액(원).
        An insurance pays for it.
            보험으로 지급합니다.
        What for.
            청구한 까닭.
        The claim, by its number in the journal.
            청구의 번호.
        What was paid, in won.
            지급한 금액(원).
        How it ended.
            어떻게 끝났는지.
        What was found.
            점검한 결과.
        What is to be put right.
            바로잡을 것.
        By when.
            언제까지.
        The ground, e.g. fraud, condition-unmet, not-commenced.
            사유. 예: fraud(거짓), condition-unmet(조건 불이행), not-commenced(사업 미개시).
        What was said.
            말한 내용.
        By so many months.
            늘릴 개월 수.
        Up to and including this day.
            이날까지.
        Refuse it; needs a reason.
            거절합니다. 사유가 필요합니다.
        The results of the exemption and of the business.
            규제특례와 사업의 결과.
        A file with the results.
            결과를 적은 파일.
        Whether it must.
            고칠 필요가 있는지.
        The highest level of the law that must change.
            고칠 법령 가운데 가장 높은 단계.
        With not-needed: the last day, as notified.
            필요 없다고 판단한 때, 통지한 마지막 날.
        What changes.
            바뀌는 내용.
        Which provision.
            고칠 조항.
        Instead: why no change can be begun.
            계획 대신, 정비를 시작할 수 없는 까닭.
        The reform task, e.g. ai-2020/P05.
            법령정비 과제. 예: ai-2020/P05.
        How far it is.
            어디까지 왔는지.
        What is known about it.
            알려진 내용.
        The filed case that is to take its place.
            이 지정을 대신할, 제출한 과제.
        The regular permit and its number.
            정식 허가와 그 번호.
        Whose reading, and what it says.
            누구의 해석이며 무엇이라 하는지.
        What was done and learnt.
            한 일과 알게 된 것.
        Where it was published.
            공개한 곳.
        Which paper.
            문서의 종류.
        The case or the meeting, e.g. DE-2026-0001 or main/43.
            과제나 회의. 예: DE-2026-0001, main/43.
        The ministry it goes to (default: the only one asked).
            받는 부처(기본값: 하나뿐인 협의 부처).
        Which supplement, round, act or disposition it is about (default: the latest).
            어느 보완, 차수, 행위, 처분에 관한 것인지(기본값: 가장 최근 것).
        Who is in charge (default: who issues it).
            담당자(기본값: 발급하는 사람).
        Why it is issued anew.
            다시 발급하는 사유.
        What the register does not know, e.g. address=서울특별시 ….
            등록부에 없는 내용. 예: address=서울특별시 ….
        The same in a YAML file; of an agenda under the number of each case.
            같은 내용을 적은 YAML 파일. 안건은 과제번호마다 적습니다.
        Of this case or meeting (default: all).
            이 과제나 회의의 것(기본값: 모두).
        Only papers of this kind.
            이 종류의 문서만.
        Its verification number, or its number.
            확인번호나 문서번호.
        A file, or a number.
            파일이나 번호.
        The regime (default: the only one).
            제도(기본값: 하나뿐인 제도).
        The division in charge (처리과).
            처리과.
        Postcode.
            우편번호.
        Street address.
            주소.
        Web page.
            누리집.
        Telephone.
            전화.
        Fax.
            팩스.
        E-mail.
            전자우편.
        Whose signature decides (결재권자), as it is printed.
            결재권자. 인쇄될 그대로 적습니다.
        Of whom (default: who acts).
            누구의 것인지(기본값: 지금 사용자).
        What the person is (직위).
            직위.
        Mark as seen what others did, as far as it is shown.
            다른 사람이 한 일을, 보여 준 만큼 본 것으로 표시합니다.
        What to look for.
            찾을 낱말.
        """
}
