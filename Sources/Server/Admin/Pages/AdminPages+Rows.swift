import FoundationEssentials
import HTTPTypes
import Hummingbird
import Records
import Service
import Speech
import Web

extension AdminPages {
    /// All that is known of one.
    func show(_ resource: AdminResource, _ name: RecordName, _ visit: Visit) async throws -> Response {
        guard visit.form == nil, let show = resource.show else { throw Self.nothing }
        let row = try await show(name, visit.caller)
        let here = "/admin/\(resource.name)/\(name)/"
        var values: [String: Any] = [
            "heading": row.label, "listHref": "/admin/\(resource.name)/", "listTitle": resource.title,
            "actions": resource.actions.filter { row.offers.contains($0.name) }.map {
                ["actionHref": here + $0.name + "/", "actionTitle": $0.title]
            },
        ]
        if resource.change != nil { values["editHref"] = here + "edit/" }
        if resource.delete != nil, !resource.isMadeByAll || admin.looksAfterAll(visit.caller) {
            values["deleteHref"] = here + "delete/"
        }
        values["related"] = related(to: resource, row)
        let names = await AdminNames(for: [row], admin, visit.caller)
        values.merge(facts(row.fields, "What is known", names)) { $1 }
        return page(.row, row.label, values, for: visit, here: resource.name)
    }

    /// Lists of other resources that can be narrowed to a row.
    private func related(to resource: AdminResource, _ row: AdminRow) -> [[String: Any]] {
        guard let number = row.number else { return [] }
        return resources.flatMap { other in
            other.query.fields.filter { AdminText.resource(of: $0.name) == resource.name }.map { field in
                [
                    "relatedHref": "/admin/\(other.name)/?\(field.name)=\(number)",
                    "relatedTitle": "\(other.title) (\(AdminText.title(field.name).lowercased()))",
                ]
            }
        }
    }

    /// Fields as a table, and lists of objects as further tables.
    func facts(_ fields: [AdminField], _ caption: String, _ names: AdminNames) -> [String: Any] {
        var facts: [[String: Any]] = []
        var tables: [[String: Any]] = []
        for field in fields {
            if case .list(.object(let object), _) = field.field.schema, case .list(let values) = field.value {
                tables.append(table(field.field, object, values))
                continue
            }
            if case .object(let object) = field.field.schema, case .object(let values) = field.value {
                let inner = object.fields.map { AdminField(field: $0, value: values[$0.name] ?? .null) }
                let more = self.facts(inner, caption, names)
                facts += more["facts"] as? [[String: Any]] ?? []
                continue
            }
            var fact = cell(field, names)
            let text = fact["text"] as? String ?? ""
            fact["factTitle"] = AdminText.title(field.field.name)
            fact["about"] = field.field.about
            fact["isNumber"] = false
            fact["isLong"] = fact["href"] == nil && (text.count > 80 || text.contains(where: \.isNewline))
            facts.append(fact)
        }
        return ["facts": facts, "tables": tables, "factsCaption": caption, "hasFacts": true]
    }

    private func table(
        _ field: ObjectSchema.Field, _ object: ObjectSchema, _ values: [JSONValue]
    ) -> [String: Any] {
        [
            "tableTitle": AdminText.title(field.name),
            "heads": object.fields.map { ["columnTitle": AdminText.title($0.name), "about": $0.about] },
            "lines": values.map { value in
                [
                    "cells": object.fields.map { inner in
                        ["text": AdminText.text(AdminField(field: inner, value: value[inner.name] ?? .null))]
                    }
                ] as [String: Any]
            },
        ]
    }

    // MARK: Forms

    /// What a form holds and what is wrong with it.
    private struct Filling {
        var texts: [String: String] = [:]
        var faults: [String: String] = [:]
        /// What is wrong with no field in particular.
        var others: [String] = []
        var status: HTTPResponse.Status = .ok

        /// Takes note of why something was not done.
        ///
        /// - Throws: an error that is not about the form.
        mutating func note(_ error: any Error, in form: RequestForm) throws {
            let refusal: APIError
            if let faults = error as? RequestFaults {
                refusal = APIError(.badRequest, faults.description, faults: faults.faults)
            } else {
                refusal = RefusalMiddleware.refusal(error)
                guard [.badRequest, .conflict, .serviceUnavailable].contains(refusal.status) else {
                    throw error
                }
            }
            status = refusal.status
            for fault in refusal.faults {
                let name = fault.place.split(separator: ".").first.map { String($0) } ?? ""
                if form.fields.contains(where: { $0.name == name }) {
                    faults[name] = fault.reason
                } else {
                    others.append("\(fault.place): \(fault.reason)")
                }
            }
            if refusal.faults.isEmpty { others.append(refusal.detail) }
        }
    }

    /// Making one.
    func new(_ resource: AdminResource, _ visit: Visit) async throws -> Response {
        guard let form = resource.addForm, let add = resource.add else { throw Self.nothing }
        var filling = Filling()
        if let posted = visit.form {
            do {
                let values = try form.values(of: .object(posted.json(of: form, changing: nil)))
                let made = try await add(values, visit.caller)
                if let seen = made.seen {
                    return notice("It is made", seen, resource, "/admin/\(resource.name)/", visit)
                }
                return go(to: "/admin/\(resource.name)/\(made.number)/", done: "made")
            } catch { try filling.note(error, in: form) }
            filling.texts = texts(posted, form)
        } else {
            for field in form.fields { filling.texts[field.name] = visit.parameter(field.name) ?? "" }
        }
        return formPage(
            "Add \(resource.noun)", form, filling, resource, submit: "Make it", isNew: true,
            back: "/admin/\(resource.name)/", action: "/admin/\(resource.name)/new/", visit)
    }

    /// Changing one.
    func edit(_ resource: AdminResource, _ name: RecordName, _ visit: Visit) async throws -> Response {
        guard let form = resource.changeForm, let change = resource.change, let show = resource.show else {
            throw Self.nothing
        }
        let row = try await show(name, visit.caller)
        let here = "/admin/\(resource.name)/\(name)/"
        var filling = Filling()
        if let posted = visit.form {
            let json = posted.json(of: form, changing: row)
            guard !json.isEmpty else { return go(to: here, done: "unchanged") }
            do {
                try await change(name, form.values(of: .object(json)), visit.caller)
                return go(to: here, done: "saved")
            } catch { try filling.note(error, in: form) }
            filling.texts = texts(posted, form)
        } else {
            for field in form.fields {
                filling.texts[field.name] =
                    row[field.name].flatMap { field.field.schema.formText(of: $0) } ?? ""
            }
        }
        return formPage(
            "Change \(row.label)", form, filling, resource, submit: "Save", back: here,
            action: here + "edit/",
            visit)
    }

    /// What else can be done with one.
    func act(
        _ action: String, _ resource: AdminResource, _ name: RecordName, _ visit: Visit
    ) async throws -> Response {
        guard let action = resource.actions.first(where: { $0.name == action }), let show = resource.show
        else {
            throw Self.nothing
        }
        let row = try await show(name, visit.caller)
        let here = "/admin/\(resource.name)/\(name)/"
        var filling = Filling()
        if let posted = visit.form {
            do {
                let values = try action.form.values(of: .object(posted.json(of: action.form, changing: nil)))
                guard let seen = try await action.run(name, values, visit.caller) else {
                    return go(to: here, done: "done")
                }
                return notice(
                    "\(action.title): \(row.label)", seen, resource, "/admin/\(resource.name)/", visit)
            } catch { try filling.note(error, in: action.form) }
            filling.texts = texts(posted, action.form)
        }
        return formPage(
            "\(action.title): \(row.label)", action.form, filling, resource, about: action.about,
            submit: action.title, isNew: true, back: here, action: here + action.name + "/", visit)
    }

    private func texts(_ posted: PostedForm, _ form: RequestForm) -> [String: String] {
        form.fields.reduce(into: [:]) { $0[$1.name] = posted[$1.name] ?? "" }
    }

    private func formPage(
        _ heading: String, _ form: RequestForm, _ filling: Filling, _ resource: AdminResource,
        about: String? = nil, submit: String, isNew: Bool = false, back: String, action: String,
        _ visit: Visit
    ) -> Response {
        var values: [String: Any] = [
            "heading": heading, "backHref": back, "backTitle": "Back", "action": action, "submit": submit,
            "hasFaults": filling.status != .ok,
            "faults": filling.others.map { ["faultText": $0] }
                + form.fields.compactMap { field in
                    filling.faults[field.name].map {
                        [
                            "faultHref": "#field-\(field.name)",
                            "faultText": "\(AdminText.title(field.name)) \($0)",
                        ]
                    }
                },
            "fields": form.fields.map { field in
                AdminInput(
                    field.field, text: filling.texts[field.name] ?? "", isNew: isNew,
                    fault: filling.faults[field.name]
                ).values
            },
        ]
        if let about { values["about"] = about }
        return page(.form, heading, values, for: visit, here: resource.name, status: filling.status)
    }

    /// A page that shows something once.
    private func notice(
        _ heading: String, _ seen: [AdminField], _ resource: AdminResource, _ back: String, _ visit: Visit
    ) -> Response {
        var values = facts(seen, "What came of it", AdminNames())
        values["heading"] = heading
        values["backHref"] = back
        values["backTitle"] = resource.title
        return page(.notice, heading, values, for: visit, here: resource.name)
    }
}
