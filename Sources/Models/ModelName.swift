/// The rule for names of models, which are also names of folders.
enum ModelName {
    /// How many characters a name may have: it must fit a folder's name with room for more around it.
    static let lengthLimit = 64

    /// Whether `name` may be the name of a model: letters, digits, `.`, `-` and `_`, the first a letter or digit. So it
    /// can neither lead out of the store nor be hidden in it.
    static func isValid(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= lengthLimit else { return false }
        return isAlphanumeric(first)
            && name.utf8.allSatisfy { isAlphanumeric($0) || [0x2D, 0x2E, 0x5F].contains($0) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
