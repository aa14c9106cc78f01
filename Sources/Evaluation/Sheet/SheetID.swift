/// A name that a sheet may write as a number.
struct SheetID: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self.text = text
        } else if let number = try? value.decode(Int128.self) {
            text = String(number)
        } else {
            let number = try value.decode(Double.self)
            // Of larger numbers not all figures are read: two ids could become one.
            guard number.magnitude < 9_007_199_254_740_992 else {
                throw DecodingError.dataCorruptedError(
                    in: value, debugDescription: "an id of so many figures must be a text")
            }
            text = String(number)
        }
    }
}
