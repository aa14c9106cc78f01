import Programs

/// Which programs the tests may run.
enum Installed {
    /// Whether poppler is there.
    static let poppler = ["pdfinfo", "pdftotext", "pdftoppm", "prlimit"].allSatisfy(has)
    /// Whether poppler and tesseract are there.
    static let all = poppler && has("tesseract")

    private static func has(_ program: String) -> Bool { SearchPath.environment.find(program) != nil }
}
