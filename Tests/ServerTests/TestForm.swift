/// A form with files, as a client sends it.
struct TestForm {
    static let type = "multipart/form-data; boundary=edge"

    /// What is sent.
    private(set) var bytes: [UInt8] = Array("--edge--\r\n".utf8)

    /// With a text more.
    func adding(_ name: String, _ text: String) -> TestForm {
        adding(head: "Content-Disposition: form-data; name=\"\(name)\"", Array(text.utf8))
    }

    /// With a file more.
    func adding(
        _ name: String, file: String, _ bytes: [UInt8], type: String = "application/octet-stream"
    ) -> TestForm {
        adding(
            head:
                "Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(file)\"\r\nContent-Type: \(type)",
            bytes)
    }

    private func adding(head: String, _ body: [UInt8]) -> TestForm {
        var form = self
        form.bytes.removeLast("--edge--\r\n".utf8.count)
        form.bytes += Array("--edge\r\n\(head)\r\n\r\n".utf8) + body + Array("\r\n--edge--\r\n".utf8)
        return form
    }
}
