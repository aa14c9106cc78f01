extension Set<String> {
    /// The words of a text, with spaces or line ends between them.
    package static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
