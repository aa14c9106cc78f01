import Web

/// A field of a form as a page has it.
struct AdminInput {
    /// What fills in the template.
    let values: [String: Any]

    /// A field.
    ///
    /// - Parameters:
    ///   - text: what it holds.
    ///   - isFilter: whether it narrows a list.
    ///   - isNew: whether something new is made, where what is left empty takes its usual value.
    ///   - fault: what is wrong with it.
    init(
        _ field: ObjectSchema.Field, text: String, isFilter: Bool = false, isNew: Bool = false,
        fault: String? = nil
    ) {
        let (schema, isNullable) = Self.plain(field.schema)
        let id = "field-\(field.name)"
        var values: [String: Any] = [
            "id": id, "name": field.name, "fieldTitle": AdminText.title(field.name), "about": field.about,
            "value": text, "isRequired": field.isRequired && !isFilter, "isWrong": fault != nil,
            "fault": fault ?? "", "described": "\(id)-about" + (fault == nil ? "" : " \(id)-fault"),
            "isLine": false, "isArea": false, "isChoice": false, "type": "text", "autocomplete": "off",
            "areaRows": "4",
        ]
        switch schema {
        case .boolean:
            let mayBeEmpty = isFilter || isNullable || isNew
            values["isChoice"] = true
            values["options"] = Self.options([("true", "yes"), ("false", "no")], mayBeEmpty, isFilter, text)
        case .choice(let names):
            let mayBeEmpty = isFilter || isNullable || (isNew && !field.isRequired)
            values["isChoice"] = true
            values["options"] = Self.options(names.map { ($0, $0) }, mayBeEmpty, isFilter, text)
        case .list:
            values["isArea"] = true
            values["about"] = field.about + " One a line."
        case .text(_, .password?):
            values["isLine"] = true
            values["type"] = "password"
            values["autocomplete"] = "new-password"
            values["value"] = ""
        case .text(let length, _) where length.upperBound > 300 && !isFilter:
            values["isArea"] = true
            values["areaRows"] = length.upperBound > 100_000 ? "20" : "4"
        case .integer, .number:
            values["isLine"] = true
        default: values["isLine"] = true
        }
        self.values = values
    }

    private static func plain(_ schema: JSONSchema) -> (JSONSchema, isNullable: Bool) {
        if case .nullable(let inner) = schema { (inner, true) } else { (schema, false) }
    }

    private static func options(
        _ options: [(value: String, title: String)], _ mayBeEmpty: Bool, _ isFilter: Bool, _ text: String
    ) -> [[String: Any]] {
        let empty = mayBeEmpty ? [(value: "", title: isFilter ? "all" : "–")] : []
        return (empty + options).map {
            ["optionValue": $0.value, "optionTitle": $0.title, "isChosen": $0.value == text]
        }
    }
}
