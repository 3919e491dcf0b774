-- Korea's ICT regulatory sandbox: Special Act on Promotion of ICT and Vitalization of Convergence (the Act), its
-- Decree, and the forms of its Rule (annexed forms 9, 11 and 13).

INSERT INTO regime VALUES
    ('kr-ict', 'ICT 규제샌드박스', 'ICT regulatory sandbox', 'Asia/Seoul', '정보통신융합법');

INSERT INTO track VALUES
    ('kr-ict', 'rapid-confirmation', 'RC', 1, '신속처리', 'rapid confirmation', '정보통신융합법 제36조', false, '2014-02-14'),
    ('kr-ict', 'temporary-permit', 'TP', 2, '임시허가', 'temporary permit', '정보통신융합법 제37조', true, '2014-02-14'),
    ('kr-ict', 'demonstration', 'DE', 3, '실증특례', 'demonstration exemption', '정보통신융합법 제38조의2', true,
        '2019-01-17');

INSERT INTO required_paper
    (regime, track, paper, position, name_ko, name_en, basis, required)
VALUES
    ('kr-ict', 'rapid-confirmation', 'technology-description', 1,
        '기술·서비스 설명서', 'description of the technology or service', '시행령 제39조 제1항', true),
    ('kr-ict', 'temporary-permit', 'business-plan', 1,
        '사업계획서', 'business plan', '시행령 제40조 제1항', true),
    ('kr-ict', 'temporary-permit', 'eligibility-statement', 2,
        '법 제37조제1항 해당 사유서', 'explanation that Article 37(1) applies', '시행령 제40조 제1항', true),
    ('kr-ict', 'temporary-permit', 'safety-evidence', 3,
        '안전성 검증 자료', 'safety evidence', '시행령 제40조 제1항', true),
    ('kr-ict', 'temporary-permit', 'user-protection-plan', 4,
        '이용자 보호방안', 'user protection plan', '시행령 제40조 제1항', true),
    ('kr-ict', 'demonstration', 'demonstration-plan', 1,
        '실증계획서', 'demonstration plan', '시행령 제42조의4 제1항', true),
    ('kr-ict', 'demonstration', 'eligibility-statement', 2,
        '법 제38조의2제1항 해당 사유서', 'explanation that Article 38-2(1) applies', '시행령 제42조의4 제1항', true),
    ('kr-ict', 'demonstration', 'user-protection-plan', 3,
        '이용자 보호방안', 'user protection plan', '시행령 제42조의4 제1항', true);
INSERT INTO required_paper
SELECT 'kr-ict', track, 'other', 99, '그 밖의 자료', 'other material', basis, false
FROM track WHERE regime = 'kr-ict';

INSERT INTO form_section (regime, track, section, position, name_ko, name_en, required)
SELECT 'kr-ict', t.track, s.section, s.position, s.name_ko, s.name_en, s.required
FROM (VALUES
    ('rapid-confirmation', ARRAY['description'], ARRAY[
        'service_flow', 'core_technology', 'expected_agency', 'expected_permit', 'further_questions']),
    ('temporary-permit', ARRAY['description', 'necessity', 'objectives', 'user_protection'], ARRAY[
        'differentiation', 'market', 'justification', 'scope', 'personal_data_plan', 'schedule', 'operation',
        'monitoring', 'effects', 'expansion', 'organisation', 'budget', 'insurance', 'user_notice', 'complaints']),
    ('demonstration', ARRAY['description', 'necessity', 'objectives', 'scope', 'schedule', 'user_protection'], ARRAY[
        'differentiation', 'market', 'justification', 'scenario', 'personal_data_plan', 'operation', 'monitoring',
        'effects', 'expansion', 'restoration', 'organisation', 'budget', 'insurance', 'user_notice', 'complaints'])
) AS t (track, required_sections, optional_sections)
JOIN LATERAL (
    SELECT n.section, n.position, n.name_ko, n.name_en, n.section = ANY (t.required_sections)
    FROM (VALUES
        ('description', 1, '기술·서비스 세부 내용', 'description of the technology or service'),
        ('service_flow', 2, '서비스 흐름', 'how the service works'),
        ('core_technology', 3, '핵심 기술', 'core technology'),
        ('differentiation', 4, '국내 유사 서비스와의 차별성', 'what is new compared with existing services'),
        ('market', 5, '국내외 시장 현황', 'market at home and abroad'),
        ('necessity', 6, '규제 특례의 필요성', 'why the exemption is needed'),
        ('justification', 7, '특례의 타당성', 'why the exemption is justified'),
        ('objectives', 8, '사업 목표', 'objectives'),
        ('scope', 9, '실증 범위와 규모', 'scope and size of the trial'),
        ('scenario', 10, '실증 단계와 시나리오', 'stages and scenario'),
        ('personal_data_plan', 11, '개인정보 처리 계획', 'personal data plan'),
        ('schedule', 12, '추진 일정', 'schedule and milestones'),
        ('operation', 13, '운영 계획', 'operation'),
        ('monitoring', 14, '모니터링·성과 측정', 'monitoring and measurement'),
        ('effects', 15, '기대 효과', 'expected effects'),
        ('expansion', 16, '사업 확산 계획', 'expansion plan'),
        ('restoration', 17, '원상 복구 계획', 'restoration plan'),
        ('organisation', 18, '수행 조직', 'organisation and staff'),
        ('budget', 19, '연차별 예산', 'budget per year'),
        ('user_protection', 20, '이용자 보호방안', 'protection of users'),
        ('user_notice', 21, '이용자 고지', 'how users are told'),
        ('insurance', 22, '책임보험 또는 배상방안', 'insurance or compensation'),
        ('complaints', 23, '민원 처리', 'complaint handling'),
        ('expected_agency', 24, '예상 소관 기관', 'expected governing agency'),
        ('expected_permit', 25, '예상 허가 등', 'expected permit'),
        ('further_questions', 26, '추가 질의', 'further questions')
    ) AS n (section, position, name_ko, name_en)
    WHERE n.section = ANY (t.required_sections || t.optional_sections)
) AS s (section, position, name_ko, name_en, required) ON true;

INSERT INTO track_opinion
SELECT 'kr-ict', track, opinion
FROM track, unnest(ARRAY['agree', 'agree-with-conditions', 'oppose', 'not-ours']) AS opinion
WHERE regime = 'kr-ict';
INSERT INTO track_opinion VALUES ('kr-ict', 'rapid-confirmation', 'permit-needed');

INSERT INTO track_outcome (regime, track, outcome, import_only)
SELECT 'kr-ict', t.track, o.outcome, o.outcome = 'conditions-changed'
FROM (VALUES
    ('rapid-confirmation', ARRAY['no-regulation', 'permit-needed', 'positive-interpretation', 'rejected']),
    ('temporary-permit', ARRAY['granted', 'granted-with-conditions', 'rejected', 'positive-interpretation',
        'no-regulation', 'conditions-changed']),
    ('demonstration', ARRAY['granted', 'granted-with-conditions', 'rejected', 'positive-interpretation',
        'no-regulation', 'conditions-changed'])
) AS t (track, outcomes), unnest(t.outcomes) AS o (outcome);
