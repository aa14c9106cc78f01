import Drawing

/// The style sheet of a page: by day, by night and on paper, in the colours of the pictures.
enum HTMLStyle {
    static var text: String {
        """
        :root{color-scheme:light dark;\(variables(.light))}
        @media screen and (prefers-color-scheme:dark){:root{\(variables(.dark))}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 ui-sans-serif,system-ui,sans-serif}
        main{max-width:50rem;margin:0 auto;padding:2rem 1.25rem 4rem;overflow-wrap:anywhere}
        h1{font-size:2rem;line-height:1.2;margin:0 0 1.5rem}
        h2{font-size:1.4rem;line-height:1.3;margin:2.5rem 0 .75rem;border-top:1px solid var(--rule);padding-top:1rem}
        h3{font-size:1.05rem;margin:1.5rem 0 .4rem}
        p,ul,dl,table,pre,figure{margin:.5rem 0}
        a{color:var(--data)}
        .dim,figcaption{color:var(--dim)}
        .notice{border-inline-start:4px solid var(--edge);background:var(--pause);padding:.4rem .8rem}
        dl div{display:grid;grid-template-columns:12.5rem minmax(0,1fr);gap:.5rem;padding:.1rem 0}
        dt{color:var(--dim)}
        dd{margin:0;unicode-bidi:plaintext;text-align:left}
        .score{font-size:1.15rem}
        .score strong{font-size:1.9rem}
        .stars{letter-spacing:.1em;margin:0 .5rem}
        table{border-collapse:collapse;width:100%}
        th,td{padding:.25rem .5rem .25rem 0;text-align:start;vertical-align:top;font-weight:normal}
        .figures thead th{color:var(--dim)}
        .figures tr{border-bottom:1px solid var(--rule)}
        .bars th{width:45%}
        .contents th{width:55%}
        .bars .number{text-align:end;font-variant-numeric:tabular-nums;width:3rem}
        .bars td:nth-child(3){width:9rem;min-width:4rem}
        .contents td:nth-child(3){width:6rem}
        .number,.time{overflow-wrap:normal}
        .bar{display:block;height:.7rem;margin-top:.4rem;background:var(--rule);border-radius:.35rem}
        .bar span{display:block;height:100%;background:var(--data);border-radius:.35rem}
        ul{list-style:none;padding:0}
        li{padding-inline-start:1.6rem;position:relative;margin:.3rem 0}
        li .mark{position:absolute;inset-inline-start:0;color:var(--data);font-weight:600}
        li .day{position:static;margin-inline:-1.6rem .5rem}
        li.detail{margin-inline-start:4.5rem}
        .transcript p{display:grid;grid-template-columns:4rem minmax(0,1fr);gap:.25rem;margin:.35rem 0}
        .time{color:var(--dim);font-variant-numeric:tabular-nums}
        .marked{font-weight:600}
        .marked sup{font-size:.6em;line-height:0;margin-inline-start:.1em}
        \(TimelineMark.Kind.allCases.map { ".marked.\($0.rawValue){color:var(--\($0.rawValue))}" }.joined())
        .doubtful{text-decoration:underline dotted;text-underline-offset:.2em}
        pre{background:var(--pause);padding:.8rem;overflow-x:auto;font:14px/1.45 ui-monospace,monospace;white-space:pre-wrap}
        figure svg{display:block}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        @media (max-width:34rem){dl div,.transcript p{grid-template-columns:minmax(0,1fr);gap:0}.bars td:nth-child(3){display:none}}
        @page{margin:18mm 16mm;@bottom-center{content:counter(page) " of " counter(pages);font:9pt sans-serif}}
        @media print{html{font-size:11.5px}body{font-size:10pt}main{max-width:none;padding:0}h2,h3{break-after:avoid}
        h2{margin-top:1.5rem}p{orphans:2;widows:2}figure,tr,li,.score,.notice{break-inside:avoid}
        .break{break-after:page}.break + h2{border-top:0;margin-top:0}a{color:inherit}pre{overflow:visible}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
        """
    }

    private static func variables(_ theme: TimelineTheme) -> String {
        ColourRole.allCases.map { "--\($0.rawValue):\(theme.hex($0))" }.joined(separator: ";")
    }
}
