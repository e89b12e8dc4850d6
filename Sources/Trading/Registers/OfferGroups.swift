import Domain

/// The open offers by what makes them alike for reference prices and public money: a provider, a type and a zone.
struct OfferGroups {
    private struct Key: Hashable {
        let provider: PartyID
        let reference: ReferenceClass
    }

    private struct Group {
        let key: Key
        /// In order of number.
        var open: [OfferID] = []
    }

    private var groups: ContiguousArray<Group> = []
    private var numbers: [Key: Int32] = [:]
    /// By the number of an offer less 1, also of one that has ended.
    private var groupOfOffer: ContiguousArray<Int32> = []
    private var groupsOfProvider = ByParty<[Int32]>([])
    private var groupsOfClass: [ReferenceClass: [Int32]] = [:]
    private var openCounts = ByParty<Int64>(0)

    /// Takes in the next offer, in order of number; whether its group is new. Complexity: O(1).
    mutating func add(_ offer: Offer) -> Bool {
        let known = groups.count
        let group = number(of: Key(provider: offer.provider, reference: offer.referenceClass))
        groupOfOffer.append(group)
        groups[Int(group)].open.append(offer.id)
        openCounts[offer.provider] += 1
        return groups.count > known
    }

    /// Complexity: O(log n) to find it in its group, and its followers move by one.
    mutating func close(_ offer: OfferID) {
        let group = group(of: offer)
        groups[group].open.remove(at: groups[group].open.firstPosition { $0 >= offer })
        openCounts[groups[group].key.provider] -= 1
    }

    /// The open offers of the group of one that may have ended, in order of number.
    func open(alike offer: OfferID) -> [OfferID] { groups[group(of: offer)].open }

    /// The open offers of the groups of these, which may have ended.
    func open(alike offers: [OfferID]) -> Set<OfferID> {
        Set(Set(offers.map { group(of: $0) }).flatMap { groups[$0].open })
    }

    /// All open offers.
    var open: [OfferID] { groups.flatMap(\.open) }

    func open(of provider: PartyID) -> [OfferID] { groupsOfProvider[provider].flatMap { groups[Int($0)].open } }

    func openCount(of provider: PartyID) -> Int64 { openCounts[provider] }

    /// The classes with open offers, in order.
    var openClasses: [ReferenceClass] {
        groupsOfClass.filter { $0.value.contains { !groups[Int($0)].open.isEmpty } }.keys.sorted()
    }

    /// The open offers in a class by provider, ascending; none is empty.
    func open(in reference: ReferenceClass) -> [(provider: PartyID, open: [OfferID])] {
        (groupsOfClass[reference] ?? []).map { groups[Int($0)] }.filter { !$0.open.isEmpty }
            .map { ($0.key.provider, $0.open) }.sorted { $0.provider < $1.provider }
    }

    private func group(of offer: OfferID) -> Int { Int(groupOfOffer[Int(offer.number) - 1]) }

    private mutating func number(of key: Key) -> Int32 {
        if let number = numbers[key] { return number }
        let number = Int32(groups.count)
        numbers[key] = number
        groups.append(Group(key: key))
        groupsOfProvider[key.provider].append(number)
        groupsOfClass[key.reference, default: []].append(number)
        return number
    }
}
