import Yams

/// A mapping of the file whose keys are known.
struct Section {
    let reading: Reading
    /// As `caps[1]`; empty for the file itself.
    let path: String
    let mark: Mark?
    /// In the order of the file.
    private let entries: [(key: String, node: Node)]

    /// nil, and reported, where the node is no mapping. Keys outside `keys` are reported.
    init?(_ reading: Reading, _ node: Node, path: String, keys: [String]) {
        reading.remember(path, node.mark)
        guard case .mapping(let mapping) = node else {
            let name = path.isEmpty ? "the file" : "\"\(path)\""
            reading.report(node.mark, "\(name) is not a mapping", "write keys from \(keys.joined(separator: ", "))")
            return nil
        }
        (self.reading, self.path, mark) = (reading, path, node.mark)
        entries = mapping.map { (key: $0.key.string ?? "", node: $0.value) }
        for pair in mapping where !keys.contains(pair.key.string ?? "") {
            let key = pair.key.string ?? ""
            reading.report(pair.key.mark, "unknown key \"\(key)\"", "use one of \(keys.joined(separator: ", "))")
        }
        for entry in entries { reading.remember(self.path(of: entry.key), entry.node.mark) }
    }

    /// The keys that are there, in the order of the file.
    var keys: [String] { entries.map(\.key) }

    func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    func node(_ key: String) -> Node? { entries.first { $0.key == key }?.node }

    /// The node of a key that must be there.
    func required(_ key: String) -> Node? {
        if let node = node(key) { return node }
        let place = path.isEmpty ? "the file" : "\"\(path)\""
        reading.report(mark, "key \"\(key)\" is missing in \(place)", "add it")
        return nil
    }

    /// A scalar of this key; nil where it is absent (reported if required) or malformed (reported).
    func value<Value>(_ key: String, _ form: Form<Value>, required isRequired: Bool = true) -> Value? {
        guard let node = isRequired ? required(key) : node(key) else { return nil }
        return reading.value(node, named: path(of: key), form)
    }

    /// A scalar that may be absent, for which `standard` then stands.
    func value<Value>(_ key: String, _ form: Form<Value>, standard: Value) -> Value? {
        node(key) == nil ? standard : value(key, form)
    }

    /// A list of scalars.
    func list<Value>(_ key: String, _ form: Form<Value>, required isRequired: Bool = true) -> [Value]? {
        guard let node = isRequired ? required(key) : node(key) else { return nil }
        return reading.list(node, named: path(of: key), form)
    }

    /// A mapping of this key.
    func section(_ key: String, keys: [String], required isRequired: Bool = true) -> Section? {
        guard let node = isRequired ? required(key) : node(key) else { return nil }
        return Section(reading, node, path: path(of: key), keys: keys)
    }

    /// A list of mappings, each read by `read`; empty where the key is absent and not required.
    func sections<Value>(
        _ key: String, keys: [String], required isRequired: Bool = true, read: (Section) -> Value?
    ) -> [Value]? {
        guard let node = isRequired ? required(key) : node(key) else { return isRequired ? nil : [] }
        guard case .sequence(let items) = node else {
            reading.report(node.mark, "\"\(path(of: key))\" is not a list", "write one item a line, each after \"- \"")
            return nil
        }
        let sections = items.enumerated().map { place, item in
            Section(reading, item, path: "\(path(of: key))[\(place)]", keys: keys)
        }
        return sections.map { $0.flatMap(read) }.allPresent()
    }
}

extension Array {
    /// The values, if none is missing.
    func allPresent<Value>() -> [Value]? where Element == Value? {
        let values = compactMap { $0 }
        return values.count == count ? values : nil
    }
}
