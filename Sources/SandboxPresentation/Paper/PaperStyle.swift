extension Markup {
    /// How an official paper looks: A4 upright, the margins of office papers, the system's own fonts, nothing fetched.
    static let paperStyle = Markup.verbatim(
        """

        :root { color-scheme: light; }
        body { margin: 0; background: #fff; color: #000; line-height: 1.6; font-size: 11pt;
          font-family: "Noto Serif KR", "Noto Serif CJK KR", HamChoBatang, Batang, "AppleMyungjo", "Noto Sans CJK KR", serif; }
        main { box-sizing: border-box; max-width: 210mm; min-height: 292mm; margin: 0 auto; padding: 15mm 20mm 12mm;
          display: flex; flex-direction: column; position: relative; }
        p { margin: .25em 0; word-break: keep-all; overflow-wrap: anywhere; white-space: pre-line; }
        h1 { text-align: center; font-size: 20pt; letter-spacing: .15em; margin: 1.2em 0 1em; word-break: keep-all; }
        h2 { font-size: 12pt; margin: 1.2em 0 .4em; word-break: keep-all; }
        .form { font-size: 9pt; } .number { font-size: 11pt; }
        .letter .agency { text-align: center; font-size: 18pt; font-weight: 600; letter-spacing: .4em; margin: 0 0 1.2em; }
        dl { margin: 0; } dl div, .enclosures { display: flex; gap: 1em; } dt { flex: none; min-width: 3em; } dd { margin: 0; }
        .head { border-bottom: 1.5pt solid #000; padding-bottom: .4em; }
        .enclosures { flex-wrap: wrap; margin-top: 1.2em; } .enclosures dd { flex: 1 0 80%; }
        .enclosures dd + dd { margin-left: 4em; }
        .body { flex: 1 0 auto; padding-top: .6em; }
        .end { margin-top: .6em; }
        .l1 { margin-left: 1em; } .l2 { margin-left: 2em; } .l3 { margin-left: 3em; } .l4 { margin-left: 4em; }
        .item { padding-left: 1.4em; text-indent: -1.4em; }
        table { border-collapse: collapse; width: 100%; margin: .5em 0; font-size: 10pt; }
        th, td { border: .5pt solid #000; padding: .35em .5em; vertical-align: middle; text-align: left;
          white-space: pre-line; word-break: keep-all; overflow-wrap: anywhere; }
        .facts { border-top: 1.2pt solid #000; border-bottom: 1.2pt solid #000; }
        .facts th { width: 22%; font-weight: 400; text-align: center; background: #f2f2f2; }
        .rows th { text-align: center; background: #f2f2f2; font-weight: 600; white-space: nowrap; } .rows { font-size: 9.5pt; }
        .rows td:first-child { text-align: center; white-space: nowrap; }
        .exemptions td:first-child, .replies td:first-child { white-space: normal; text-align: left; }
        .day { text-align: center; font-size: 13pt; margin: 2em 0 1.2em; }
        .sender { text-align: center; font-size: 18pt; font-weight: 600; letter-spacing: .1em; margin: 1.2em 0; min-height: 30mm;
          display: flex; justify-content: center; align-items: center; }
        .seal { box-sizing: border-box; width: 30mm; height: 30mm; margin-left: -15mm; border: 1px dashed #999; color: #999;
          font-size: 9pt; font-weight: 400; letter-spacing: 0; display: inline-flex; align-items: center; justify-content: center; }
        .closing { border-top: 1pt solid #000; padding-top: .5em; font-size: 9pt; } .closing p { white-space: pre-wrap; }
        .draft { position: absolute; top: 40%; left: 0; right: 0; text-align: center; font-size: 90pt; color: #ddd; z-index: -1;
          transform: rotate(-30deg); margin: 0; }
        footer { display: flex; justify-content: space-between; gap: 1em; font-size: 8pt; margin-top: 1em; }
        footer p { margin: 0; } .annex, .break { break-before: page; } .annex { padding-top: 1em; }
        section { margin-top: 1.5em; }
        @page { size: A4; margin: 15mm 20mm 12mm; }
        @media print {
          main { max-width: none; padding: 0; min-height: 269mm; }
          thead { display: table-header-group; } tr, .sender, .closing, .day { break-inside: avoid; }
          h1, h2 { break-after: avoid; }
        }

        """)
}
