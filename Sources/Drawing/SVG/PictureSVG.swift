/// A picture as an SVG document that needs nothing beside itself and can be put into a page as it is.
public struct PictureSVG: Sendable {
    /// What is drawn.
    public let picture: Picture
    /// What it is called, for who does not see it.
    public let title: String
    /// What it shows in sentences, for who does not see it.
    public let description: String
    /// In which colours.
    public let appearance: TimelineAppearance
    /// What the names inside the document begin with.
    public let identifier: String

    /// A picture.
    ///
    /// - Parameters:
    ///   - picture: what is drawn.
    ///   - title: what it is called.
    ///   - description: what it shows, in sentences.
    ///   - appearance: in which colours; by default light or dark as the reader's system is.
    ///   - identifier: what names inside the document begin with; of it only letters, digits, `-` and `_` of ASCII are
    ///     kept.
    public init(
        _ picture: Picture, title: String, description: String, appearance: TimelineAppearance = .automatic,
        identifier: String
    ) {
        self.picture = picture
        self.title = title
        self.description = description
        self.appearance = appearance
        let kept = identifier.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        self.identifier = kept.first?.isLetter == true ? kept : "timeline" + kept
    }

    /// The document, in UTF-8 without a declaration, so that it can be put into a page.
    public var text: String {
        var markup = Markup(hatch: hatch)
        open(&markup)
        markup.draw(picture)
        markup.raw("</svg>\n")
        return markup.text
    }

    private var hatch: String { "\(identifier)-pause" }

    /// The head of the document, up to what is drawn.
    private func open(_ markup: inout Markup) {
        let (width, height) = (SVGNumber(picture.width), SVGNumber(picture.height))
        let style = TimelineStyle(identifier: identifier, appearance: appearance, barWidth: picture.barWidth)
        markup.raw(
            """
            <svg xmlns="http://www.w3.org/2000/svg" id="\(identifier)" role="img" \
            aria-labelledby="\(identifier)-title \(identifier)-desc" viewBox="0 0 \(width) \(height)" \
            width="\(width)" height="\(height)" style="max-width:100%;height:auto">
            <title id="\(identifier)-title">\(XMLText.escaped(title))</title>
            <desc id="\(identifier)-desc">\(XMLText.escaped(description))</desc>
            <style>
            \(style.text)
            </style>
            <defs><pattern id="\(hatch)" width="7" height="7" patternUnits="userSpaceOnUse" \
            patternTransform="rotate(45)">\
            <rect class="stripes" width="7" height="7"/><path class="stripe" d="M0 0V7"/></pattern></defs>

            """)
    }
}
