extension KoreanHelp {
    /// What values are called, in the place of the English word.
    static let placeholders = [
        "subcommand": "하위 명령", "representative": "대표자", "rights": "권한", "options": "선택 항목",
        "[phase:]text": "[시기:]글", "act": "행위", "actor": "행위자", "address": "주소", "approver": "결재권자",
        "area": "분야", "authority": "기관", "article": "조문", "as": "사용자", "by": "기준", "capacity:name": "자격:이름",
        "cause": "사유",
        "chair": "기관", "claimant": "청구인", "code": "코드", "code=file": "코드=파일", "code=n": "코드=금액",
        "code=text": "코드=글", "column=name": "열=이름", "column=value": "열=값", "commitment": "약속",
        "committee": "위원회", "company": "기업", "council": "협의체", "database-url": "주소", "date": "날짜",
        "date[=name]": "날짜[=이름]", "date[Thh:mm]": "날짜[T시:분]", "days": "날수", "division": "처리과",
        "draft|file.yaml": "초안|파일.yaml", "email": "전자우편", "event": "일", "fax": "팩스", "field": "항목",
        "field=text": "항목=글", "file": "파일", "file.yaml": "파일.yaml", "finding": "판단", "folder": "폴더",
        "form": "방식", "format": "형식", "from..to": "첫날..끝날", "ground": "사유", "homepage": "누리집",
        "insurer": "보험회사", "key": "키", "kind": "종류", "label": "이름", "lang": "언어", "law": "법령",
        "level": "단계", "login": "로그인", "manifest": "명세 파일", "meeting": "회의", "member": "기관",
        "method": "방법", "milestone": "이정표", "ministry": "부처", "n": "수", "name": "이름", "name-en": "영문 이름",
        "no": "번호", "number": "번호", "opinion": "의견", "org": "기관", "organisation": "기관", "outcome": "결과",
        "owner": "기관", "paper": "문서", "path": "경로", "percent": "백분율", "phone": "전화", "place": "장소",
        "postcode": "우편번호", "ref": "과제번호", "reference": "과제번호", "rename": "새 이름", "rest": "표결",
        "role": "역할", "rule": "규칙", "ruling": "결정", "service": "서비스", "stage": "단계", "standing": "판정",
        "state": "상태", "status": "상태", "step": "단계", "stop": "번호", "target-kind": "이정표", "task": "법령정비 과제",
        "text": "글", "title": "제목", "title[:remedy]": "문제[:대책]", "to": "판", "token": "봉인값", "track": "트랙",
        "type": "유형", "unit": "단위", "waiting-on": "기다리는 쪽", "words": "말", "year": "해",
    ]
}
