import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Reads a picture; `nil` when it is not well-formed XML.
final class PictureReader: NSObject, XMLParserDelegate {
    private(set) var elements: [DrawnElement] = []
    private var open: [Int] = []

    static func elements(of picture: String) -> [DrawnElement]? {
        let reader = PictureReader()
        let parser = XMLParser(data: Data(picture.utf8))
        parser.delegate = reader
        return parser.parse() ? reader.elements : nil
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        var element = DrawnElement(name: name, attributes: attributes)
        let moved = attributes["transform"]?.split(separator: " ").last?.dropLast()
        element.top = (open.last.map { elements[$0].top } ?? 0) + (moved.flatMap { Double($0) } ?? 0)
        open.append(elements.count)
        elements.append(element)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        guard let last = open.last else { return }
        elements[last].text += string
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard let last = open.popLast() else { return }
        if name == "title", let owner = open.last { elements[owner].title = elements[last].text }
    }
}
