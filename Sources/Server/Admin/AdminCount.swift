/// Numbers of things in words.
enum AdminCount {
    /// `1 interview`, `2 interviews`.
    static func of(_ count: Int, _ one: String, _ several: String? = nil) -> String {
        "\(count) \(count == 1 ? one : several ?? one + "s")"
    }
}
