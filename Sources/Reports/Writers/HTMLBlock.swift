import Drawing
import Speech

/// One block as HTML.
struct HTMLBlock {
    let block: ReportBlock
    /// How many pictures stand up to here, this block's own among them.
    let pictureNumber: Int

    var text: String {
        switch block {
        case .heading(let level, let text, let name, _):
            "<h\(level) id=\"\(escaped(name))\" dir=\"auto\">\(escaped(text))</h\(level)>"
        case .paragraph(let text): "<p dir=\"auto\">\(Self.line(text))</p>"
        case .notice(let text): "<p class=\"notice\" role=\"note\">\(escaped(text))</p>"
        case .facts(let facts): "<dl>\n\(facts.map(fact).joined(separator: "\n"))\n</dl>"
        case .score(let score): self.score(score)
        case .bars(let scores):
            "<table class=\"bars\(scores.contains { !$0.target.isEmpty } ? " contents" : "")\">\n<tbody>\n\(scores.map(bar).joined(separator: "\n"))\n</tbody>\n</table>"
        case .items(let items): "<ul>\n\(items.map(item).joined(separator: "\n"))\n</ul>"
        case .transcript(let passages):
            "<div class=\"transcript\">\n\(passages.map(passage).joined(separator: "\n"))\n</div>"
        case .code(let text, let language):
            (language.map { "<p class=\"dim\">\(escaped($0.name))</p>\n" } ?? "")
                + "<pre dir=\"ltr\"><code>"
                + XMLText.lines(text).map { XMLText.escaped($0) }.joined(separator: "\n")
                + "</code></pre>"
        case .picture(let picture, let title, let description, let caption):
            self.picture(picture, title, description, caption)
        case .table(let header, let rows): table(header, rows)
        case .pageBreak: "<div class=\"break\"></div>"
        }
    }

    private func escaped(_ text: String) -> String { XMLText.escaped(text) }

    private func fact(_ fact: ReportBlock.Fact) -> String {
        let remark = fact.remark.isEmpty ? "" : " <span class=\"dim\">\(escaped(fact.remark))</span>"
        return
            "<div><dt>\(escaped(fact.name))</dt><dd>\(escaped(fact.value))\(remark)</dd></div>"
    }

    private func score(_ score: ReportBlock.Score) -> String {
        let filled = score.stars.count { $0 == "★" }
        let stars =
            score.stars.isEmpty
            ? ""
            : " <span class=\"stars\" role=\"img\" aria-label=\"\(filled) of 5 stars\">\(escaped(score.stars))</span>"
        return """
            <p class="score">\(escaped(score.name)) <strong>\(score.number)</strong> <span class="dim">of 100</span>\
            \(stars) \(escaped(score.remark))</p>
            """
    }

    private func bar(_ score: ReportBlock.Score) -> String {
        let name =
            score.target.isEmpty
            ? escaped(score.name) : "<a href=\"#\(escaped(score.target))\">\(escaped(score.name))</a>"
        let share = score.value.map { min(max($0, 0), 100) } ?? 0
        let bar =
            score.value == nil
            ? "" : "<span class=\"bar\"><span style=\"width:\(FixedPoint(share, places: 1))%\"></span></span>"
        return """
            <tr><th scope="row" dir="auto">\(name)</th><td class="number">\(score.number)</td>\
            <td aria-hidden="true">\(bar)</td><td class="dim">\(escaped(score.remark))</td></tr>
            """
    }

    private func item(_ item: ReportBlock.Item) -> String {
        let word =
            item.mark.word.isEmpty ? "" : "<span class=\"unseen\">\(escaped(item.mark.word)): </span>"
        let isDay = if case .day = item.mark { true } else { false }
        let sign =
            isDay
            ? "<span class=\"mark day\">\(escaped(item.mark.sign))</span>"
            : "<span class=\"mark\" aria-hidden=\"true\">\(escaped(item.mark.sign))</span>"
        let style = item.mark == .detail ? " class=\"detail\"" : ""
        return "<li\(style)>\(sign)\(word)<span dir=\"auto\">\(Self.line(item.text))</span></li>"
    }

    private func passage(_ passage: ReportBlock.Passage) -> String {
        "<p><span class=\"time\">\(escaped(passage.time))</span> <span dir=\"auto\">\(Self.line(passage.text))</span></p>"
    }

    private func picture(
        _ picture: Picture, _ title: String, _ description: String, _ caption: String
    ) -> String {
        let svg = PictureSVG(
            picture, title: title, description: description, identifier: "picture-\(pictureNumber)")
        let below = caption.isEmpty ? "" : "<figcaption>\(escaped(caption))</figcaption>\n"
        return "<figure>\n\(svg.text)\(below)</figure>"
    }

    private func table(_ header: [String], _ rows: [[String]]) -> String {
        let head = header.map { $0.isEmpty ? "<td></td>" : "<th scope=\"col\">\(escaped($0))</th>" }.joined()
        let body = rows.map { row in
            let cells = row.enumerated().map { index, cell in
                index == 0 ? "<th scope=\"row\">\(escaped(cell))</th>" : "<td>\(escaped(cell))</td>"
            }
            return "<tr>\(cells.joined())</tr>"
        }
        return """
            <table class="figures"><thead><tr>\(head)</tr></thead>
            <tbody>
            \(body.joined(separator: "\n"))
            </tbody></table>
            """
    }

    /// Parts with their marks.
    private static func line(_ text: ReportText) -> String {
        text.runs.map { run in
            let words = XMLText.escaped(run.text)
            if let link = run.link { return "<a href=\"\(XMLText.escaped(link))\">\(words)</a>" }
            return switch run.style {
            case .plain: words
            case .strong: "<strong>\(words)</strong>"
            case .dim: "<span class=\"dim\">\(words)</span>"
            case .doubtful: "<span class=\"doubtful\" title=\"likelier misheard than heard\">\(words)</span>"
            case .uncertain: "<span class=\"dim\" title=\"probably not said\">\(words)</span>"
            case .marked(let kind):
                "<span class=\"marked \(kind.rawValue)\" title=\"\(kind.name)\">"
                    + (kind.isTakenBack ? "<s>\(words)</s>" : words)
                    + "<sup aria-hidden=\"true\">\(kind.letter)</sup></span>"
            }
        }.joined()
    }
}
