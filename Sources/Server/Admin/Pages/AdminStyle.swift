import Crypto

/// How the pages for admins look, by day and by night.
enum AdminStyle {
    /// The sheet.
    static let sheet = """
        :root{color-scheme:light dark;--line:#8886;--soft:#8882;--accent:light-dark(#0550ae,#79b8ff);--bad:light-dark(#b00020,#ff8a8a);--good:light-dark(#0a6b2d,#7fd99a)}
        *{box-sizing:border-box}
        body{font:16px/1.5 system-ui,"Noto Sans","Noto Sans CJK JP",sans-serif;max-width:80rem;margin:0 auto;padding:0 1rem 3rem}
        a{color:var(--accent)}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        .skip{position:absolute;left:-100rem}.skip:focus{left:1rem;top:.5rem;background:Canvas;padding:.5rem}
        .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        header{border-bottom:1px solid var(--line);padding:.5rem 0}
        .top{display:flex;justify-content:space-between;align-items:center;gap:1rem;flex-wrap:wrap}
        .brand{font-weight:700;text-decoration:none}
        .who{display:flex;gap:.75rem;align-items:center}
        nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.25rem 0;padding:0}
        [aria-current]{font-weight:700;text-decoration-thickness:3px}
        .head{display:flex;justify-content:space-between;align-items:center;gap:1rem;flex-wrap:wrap}
        h1{line-height:1.2;overflow-wrap:anywhere}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;width:100%;margin:1rem 0}
        caption{text-align:left;font-weight:600;padding:.25rem 0}
        th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-top:1px solid var(--line);overflow-wrap:break-word}
        thead th{white-space:nowrap}
        tbody tr:hover{background:var(--soft)}
        .facts th{width:14rem;font-weight:600}
        .number{text-align:right;font-variant-numeric:tabular-nums}
        .text{white-space:pre-wrap;overflow-wrap:break-word;max-width:60rem}
        .filters{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:flex-start}
        .filters .hint{display:none}
        .field{margin:0 0 1rem;max-width:44rem}
        label{display:block;font-weight:600}
        .needed{font-weight:400;font-size:.85em;border:1px solid var(--line);border-radius:.3em;padding:0 .3em}
        input,select,textarea,button,.button{font:inherit}
        input:not([type=checkbox]),select,textarea{width:100%;padding:.4rem;border:1px solid #888;border-radius:.3em;background:Field;color:FieldText}
        input[type=checkbox]{width:1.15rem;height:1.15rem}
        .filters input:not([type=checkbox]),.filters select{width:12rem}
        button,.button{display:inline-block;padding:.35rem .9rem;border:1px solid var(--accent);border-radius:.3em;background:transparent;color:var(--accent);text-decoration:none;cursor:pointer}
        button:hover,.button:hover{background:var(--soft)}
        .danger{border-color:var(--bad);color:var(--bad)}
        .buttons{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
        .hint{margin:.15rem 0;font-size:.9em;opacity:.8}
        .fault{color:var(--bad)}
        .wrong input,.wrong select,.wrong textarea{border:2px solid var(--bad)}
        .done{color:var(--good);font-weight:600}
        .paging{display:flex;gap:1.5rem}
        .work{margin:.75rem 0}
        """

    /// A name of this form of the sheet, so that no browser keeps an earlier one.
    static let version = SHA256.hash(data: Array(sheet.utf8)).prefix(6)
        .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()

    /// The pages load this sheet and nothing else, run nothing, and send forms to the server alone.
    static let policy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
}
