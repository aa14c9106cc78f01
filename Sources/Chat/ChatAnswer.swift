import Foundation
import HTTPClient
import Speech

/// What an endpoint's answer means.
struct ChatAnswer: Sendable {
    let response: HTTPResponse
    let model: String
    let key: ServiceKey

    /// Whether the endpoint did not take the fields of the request: perhaps it takes fewer.
    var refusesFields: Bool { response.status == 400 || response.status == 422 }

    /// What the endpoint says of it, without the key; its beginning.
    var refusal: String { String(key.removed(from: said ?? response.text).prefix(8192)) }

    /// The text of the first choice.
    ///
    /// - Throws: `ChatError` when there is none that can be used.
    func text() throws(ChatError) -> String {
        guard response.isSuccess else {
            throw .refused(model: model, status: response.status, reason: reason)
        }
        guard let document else { throw unreadable(notJSON) }
        let choices: [JSONValue]? = if case .list(let list)? = document["choices"] { list } else { nil }
        // A server may say what is wrong in an answer of success as well, beside no choice or an empty one.
        if choices?.first?["message"] == nil, let refusal = ServiceText.refusal(document) {
            throw unreadable("it says \"\(shown(refusal))\"")
        }
        guard let choices else { throw unreadable("it has no choices") }
        guard let choice = choices.first, let message = choice["message"] else {
            throw unreadable("its choices hold no message")
        }
        // Why it ended counts first: what was cut off or filtered may look whole.
        if case .text(let reason)? = choice["finish_reason"] {
            if reason == "length" { throw .cutOff(model: model) }
            if reason == "content_filter" { throw .filtered(model: model) }
        }
        if case .text(let refusal)? = message["refusal"], !refusal.isEmpty {
            throw .declined(model: model, reason: shown(refusal))
        }
        let text = Self.withoutThoughts(key.removed(fromContent: try content(of: message)))
        guard text.contains(where: { !$0.isWhitespace }) else { throw unreadable("it is empty") }
        return text
    }

    /// The content: a text, or a list of parts whose texts belong together.
    private func content(of message: JSONValue) throws(ChatError) -> String {
        switch message["content"] {
        case .text(let text)?: return text
        case .list(let parts)?:
            var texts: [String] = []
            for part in parts {
                if case .text(let refusal)? = part["refusal"] {
                    throw .declined(model: model, reason: shown(refusal))
                }
                if case .text(let text)? = part["text"] { texts.append(text) }
            }
            return texts.joined()
        case nil: throw unreadable("it is empty")
        case let other?: throw unreadable("its content is \(other.kind)")
        }
    }

    /// Models that think aloud put their thoughts before the answer.
    private static func withoutThoughts(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        guard start.hasPrefix("<think>"), let end = start.range(of: "</think>") else { return text }
        return String(start[end.upperBound...])
    }

    /// An answer to a request for JSON: without a code fence, and with the key in none of its texts, whose escapes
    /// can hide it until they are read. What is no JSON stays as it is.
    static func document(in text: String, key: ServiceKey) -> String {
        let bare = withoutFence(text)
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bare.utf8)) else {
            return bare
        }
        let clean = value.mapTexts { key.removed(fromContent: $0) }
        guard clean != value else { return bare }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // What was read from JSON can be written as JSON; were it not so, nothing that may hold the key is given out.
        return (try? encoder.encode(clean)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// A text without the code fence around it.
    static func withoutFence(_ text: String) -> String {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard trimmed.hasPrefix("```"), trimmed.hasSuffix("```"), trimmed.utf8.count > 6,
            let line = trimmed.firstIndex(where: \.isNewline)
        else { return trimmed }
        return trimmed[line...].dropLast(3).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private var document: JSONValue? {
        try? JSONDecoder().decode(JSONValue.self, from: Data(response.body))
    }

    private func unreadable(_ reason: String) -> ChatError { .unreadable(model: model, reason: reason) }

    private var notJSON: String {
        if response.body.isEmpty { return "it is empty" }
        // The key goes first, because a cut through it would leave a part of it.
        let text = key.removed(from: response.text)
        if ServiceText.isWebPage(text) { return "it is a web page; check the base address" }
        if text.drop(while: \.isWhitespace).hasPrefix("data:") {
            return "it is a stream of events, which was not asked for"
        }
        return "it is not JSON; it begins with \"\(ServiceText.excerpt(text, limit: 80))\""
    }

    private var said: String? { document.flatMap(ServiceText.refusal) }

    private var reason: String { ServiceText.reason(of: response, said: said, key: key, sent: "text") }

    private func shown(_ text: String) -> String { ServiceText.excerpt(key.removed(from: text)) }
}
