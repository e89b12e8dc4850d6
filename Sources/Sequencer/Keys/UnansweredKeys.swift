import Trading

/// The commands that were taken and not answered, by their keys.
struct UnansweredKeys {
    private var groups: [IdempotencyKey: CommandGroup] = [:]

    subscript(key: IdempotencyKey) -> CommandGroup? { groups[key] }

    mutating func insert(_ group: CommandGroup) { if let key = group.submission.key { groups[key] = group } }

    mutating func remove(_ group: CommandGroup) { if let key = group.submission.key { groups[key] = nil } }
}
