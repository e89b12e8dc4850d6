import Foundation

/// Checks values against the schemas of the document, and notes which properties it met.
///
/// The subset of JSON Schema that the document uses; a keyword beyond it fails.
struct SchemaCheck {
    private let schemas: [String: Any]
    private(set) var met: Set<String> = []
    private(set) var faults: [String] = []
    private static let known: Set = [
        "$ref", "type", "enum", "const", "pattern", "minLength", "maxLength", "minimum", "maximum", "items",
        "minItems", "maxItems", "properties", "required", "additionalProperties", "allOf", "format", "description",
    ]

    init(schemas: [String: Any]) { self.schemas = schemas }

    mutating func check(_ value: Any, _ schema: [String: Any], at place: String, in owner: String = "") {
        for keyword in schema.keys where !Self.known.contains(keyword) { fail(place, "unknown keyword \(keyword)") }
        if let reference = schema["$ref"] as? String {
            let name = String(reference.split(separator: "/").last ?? "")
            guard let target = schemas[name] as? [String: Any] else { return fail(place, "no schema \(name)") }
            return check(value, target, at: place, in: name)
        }
        for part in schema["allOf"] as? [[String: Any]] ?? [] { check(value, part, at: place, in: owner) }
        checkConstant(value, schema, place)
        switch value {
        case let text as String: checkText(text, schema, place)
        case let number as NSNumber where !number.isFlag: checkNumber(number, schema, place)
        case is NSNumber: expect(schema, "boolean", place)
        case let list as [Any]: checkList(list, schema, place, owner)
        case let object as [String: Any]: checkObject(object, schema, place, owner)
        default: fail(place, "null")
        }
    }

    private mutating func checkConstant(_ value: Any, _ schema: [String: Any], _ place: String) {
        if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") {
            fail(place, "\(value) is none of \(allowed)")
        }
        if let constant = schema["const"] as? Int, (value as? NSNumber)?.intValue != constant {
            fail(place, "\(value) is not \(constant)")
        }
    }

    private mutating func checkText(_ text: String, _ schema: [String: Any], _ place: String) {
        expect(schema, "string", place)
        let length = text.unicodeScalars.count
        if let most = schema["maxLength"] as? Int, length > most { fail(place, "longer than \(most)") }
        if let least = schema["minLength"] as? Int, length < least { fail(place, "shorter than \(least)") }
        if let pattern = schema["pattern"] as? String,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            fail(place, "\(text) is not like \(pattern)")
        }
    }

    private mutating func checkNumber(_ number: NSNumber, _ schema: [String: Any], _ place: String) {
        expect(schema, "integer", place)
        let value = number.int64Value
        if let least = schema["minimum"] as? NSNumber, value < least.int64Value { fail(place, "\(value) too small") }
        if let most = schema["maximum"] as? NSNumber, value > most.int64Value { fail(place, "\(value) too large") }
    }

    private mutating func checkList(_ list: [Any], _ schema: [String: Any], _ place: String, _ owner: String) {
        expect(schema, "array", place)
        if let most = schema["maxItems"] as? Int, list.count > most { fail(place, "more than \(most)") }
        if let least = schema["minItems"] as? Int, list.count < least { fail(place, "fewer than \(least)") }
        guard let items = schema["items"] as? [String: Any] else { return }
        for (position, element) in list.enumerated() { check(element, items, at: "\(place)/\(position)", in: owner) }
    }

    private mutating func checkObject(
        _ object: [String: Any], _ schema: [String: Any], _ place: String, _ owner: String
    ) {
        expect(schema, "object", place)
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        for name in schema["required"] as? [String] ?? [] where object[name] == nil { fail(place, "no \(name)") }
        for (name, value) in object {
            if let property = properties[name] {
                met.insert("\(owner).\(name)")
                check(value, property, at: "\(place)/\(name)", in: owner)
            } else if schema["additionalProperties"] as? Bool == false {
                fail(place, "unknown \(name)")
            }
        }
    }

    private mutating func expect(_ schema: [String: Any], _ type: String, _ place: String) {
        if let wanted = schema["type"] as? String, wanted != type { fail(place, "\(type) instead of \(wanted)") }
    }

    private mutating func fail(_ place: String, _ what: String) { faults.append("\(place): \(what)") }
}

extension NSNumber {
    /// Foundation has one class for numbers and flags.
    var isFlag: Bool {
        String(cString: objCType) == "c" || self === NSNumber(value: true) || self === NSNumber(value: false)
    }
}
