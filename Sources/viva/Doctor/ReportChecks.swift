import PDF

/// Whether reports can be made as PDF: fonts with the letters of each script.
enum ReportChecks {
    private static let area = "reports"

    /// A script with a word in it, and the package of a small font that has it.
    private static let scripts = [
        ("Arabic", "تقرير المقابلة", "fonts-dejavu-core"), ("Hebrew", "דוח", "fonts-dejavu-core"),
        ("Chinese", "面试报告", "fonts-wqy-microhei"), ("Japanese", "面接の報告", "fonts-wqy-microhei"),
        ("Korean", "면접 보고서", "fonts-wqy-microhei"), ("Devanagari", "साक्षात्कार", "fonts-lohit-deva"),
        ("emoji", "🚀👍", "fonts-symbola"),
    ]

    static func run() -> [Check] {
        do {
            guard let family = try PDFSupport.font(for: "Interview report ★ ✓ →") else {
                return [
                    .missing(
                        area, "fonts", "none has the letters of a report: no PDF can be made",
                        remedy: "apt-get install fonts-dejavu-core")
                ]
            }
            return [.ok(area, "fonts", family), try others()]
        } catch {
            return [
                .missing(
                    area, "fonts", "\(error)", remedy: "write reports as HTML: viva report --format html")
            ]
        }
    }

    private static func others() throws(PDFError) -> Check {
        let name = "other scripts"
        var lacking: [(script: String, package: String)] = []
        for (script, word, package) in scripts where try PDFSupport.font(for: word) == nil {
            lacking.append((script, package))
        }
        guard !lacking.isEmpty else {
            return .ok(area, name, scripts.map(\.0).joined(separator: ", "))
        }
        let packages = lacking.map(\.package).reduce(into: [String]()) { names, name in
            if !names.contains(name) { names.append(name) }
        }
        return .optional(
            area, name,
            "no font has \(lacking.map(\.script).joined(separator: ", ")): a PDF shows boxes in their place",
            remedy: "apt-get install \(packages.joined(separator: " "))")
    }
}
