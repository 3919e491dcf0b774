extension Markup {
    /// How a page looks: the system's own fonts, nothing fetched; on paper in A4, table heads repeated, rows whole.
    static let pageStyle = Markup.verbatim(
        """

        :root { color-scheme: light; }
        body { margin: 0; background: #fff; color: #111; line-height: 1.5;
          font-family: system-ui, "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif; }
        main { max-width: 64rem; margin: 0 auto; padding: 1rem; }
        h1, h2, h3, h4 { line-height: 1.25; word-break: keep-all; overflow-wrap: anywhere; }
        h2 { margin-top: 2.5rem; border-bottom: 2px solid #111; padding-bottom: .25rem; }
        dl { margin: 1rem 0; } dl div { display: flex; gap: 1rem; flex-wrap: wrap; }
        dt { font-weight: 600; min-width: 9rem; } dd { margin: 0; flex: 1 1 12rem; white-space: pre-line; }
        .written { white-space: pre-line; overflow-wrap: anywhere; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .9rem; }
        caption { text-align: left; font-weight: 600; padding: .25rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #999; }
        th { border-bottom: 2px solid #111; white-space: nowrap; }
        td { white-space: pre-line; word-break: keep-all; overflow-wrap: break-word; min-width: 4rem; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .whole { white-space: nowrap; }
        figure { margin: 1.5rem 0; } figcaption { font-weight: 600; }
        svg { display: block; width: 100%; min-width: 34rem; max-width: 56rem; height: auto; font-size: 13px; }
        summary { cursor: pointer; } a { color: #00408a; }
        @page { size: A4; margin: 16mm 14mm; }
        @media print {
          main { max-width: none; padding: 0; } body { font-size: 10pt; } .wide { overflow: visible; }
          svg { min-width: 0; } table { font-size: 8.5pt; } summary { display: none; } a { color: inherit; }
          thead { display: table-header-group; } tr, svg, dl div { break-inside: avoid; }
          h2, h3, h4, caption, figcaption { break-after: avoid; }
        }

        """)
}
