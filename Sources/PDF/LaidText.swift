/// A text that was laid out, to be kept until it is known where it stands.
final class LaidText {
    let text: Pango

    init(_ text: consuming Pango) { self.text = text }
}
