import Mustache
import Web

/// The texts of the pages, filled in with values.
struct PageTemplates: Sendable {
    /// Which text.
    enum Name: String, CaseIterable {
        case layout, index, list, row, form, confirm, signIn, health, notice
    }

    private let library: MustacheLibrary

    /// The texts, read once.
    init() {
        MustacheContentTypes.register(PageEscaping(), named: "PAGE")
        var library = MustacheLibrary()
        for (name, text) in Self.texts {
            // Each text says by itself how it escapes: the library forgets it between a text and a part of it.
            do { try library.register("{{% CONTENT_TYPE:PAGE}}" + text, named: name) } catch {
                preconditionFailure("The text of the page \(name) is no template: \(error)")
            }
        }
        self.library = library
    }

    /// A page.
    ///
    /// - Parameters:
    ///   - name: what stands in the middle.
    ///   - values: what fills it in.
    ///   - frame: what fills in what stands around it.
    func page(_ name: Name, _ values: [String: Any], in frame: [String: Any]) -> String {
        var frame = frame
        frame["main"] = library.render(values, withTemplate: name.rawValue) ?? ""
        return library.render(frame, withTemplate: Name.layout.rawValue) ?? ""
    }

    /// The library's own escaping looks at characters, among which a quotation mark with an accent upon it is none.
    private struct PageEscaping: MustacheContentType {
        func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
    }
}
