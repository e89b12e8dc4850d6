import Domain

/// What makes offers alike: within a class only provider, price, place and capacity differ.
struct OfferClass: Hashable {
    let type: Int32
    let zone: Int32
    let vat: VATRate
    let tier: VerificationTier
    /// A number of the buyer classes; 0 admits everyone.
    let buyers: Int32
    let lotMilli: Int64
    let termHours: Int64
    /// Which programmes admit the provider, as a number that Trading gives.
    let admissionClass: Int32
}

/// The offers of a class by one provider: one queue of the price book, of the same number.
///
/// A blocked provider is skipped by skipping its books.
struct OfferBook {
    let provider: PartyID
    let offerClass: Int32
    let zone: Int32
    /// Where the subsidy rates of its type and admission class stand.
    let rateKey: Int32
    // What the walk asks of the class, beside what it asks of the book.
    let lotMilli: Int32
    let termHours: Int32
    let buyers: Int32
    /// The first offer of its queue, and what ranks it beside its price: kept here, since a walk looks at every book and
    /// at few offers. Without meaning while the queue is empty.
    var first: Int32 = -1
    var isFirstWeekly = false
    var firstPlace = Place(sequence: 0)
    /// The price of the one behind it; where there is none, one that nothing crosses.
    var secondPrice = Int64.max
}

/// Offer classes and their books by dense number; both are kept once made.
struct OfferClassTable {
    private(set) var classes: ContiguousArray<OfferClass> = []
    private(set) var books: ContiguousArray<OfferBook> = []
    private(set) var buyerClasses: [BuyerClass] = [.everyone]
    /// The books of each instance type.
    private(set) var booksOfType: ContiguousArray<ContiguousArray<Int32>> = []
    private(set) var rateKeys: ContiguousArray<RateKey> = []

    private var classNumbers: [OfferClass: Int32] = [:]
    private var bookNumbers: [BookKey: Int32] = [:]
    private var buyerClassNumbers: [BuyerClass: Int32] = [.everyone: 0]
    private var rateKeyNumbers: [RateKey: Int32] = [:]

    struct RateKey: Hashable {
        let type: Int32
        let admissionClass: Int32
    }

    private struct BookKey: Hashable {
        let offerClass: Int32
        let provider: PartyID
    }

    /// The number of the book, and whether it is new.
    mutating func book(of terms: OfferClass, provider: PartyID) -> (number: Int32, isNew: Bool) {
        let offerClass = number(of: terms)
        let key = BookKey(offerClass: offerClass, provider: provider)
        if let book = bookNumbers[key] { return (book, false) }
        let book = Int32(books.count)
        bookNumbers[key] = book
        let rateKey = rateKey(of: RateKey(type: terms.type, admissionClass: terms.admissionClass))
        books.append(
            OfferBook(
                provider: provider, offerClass: offerClass, zone: terms.zone, rateKey: rateKey,
                lotMilli: Int32(terms.lotMilli), termHours: Int32(terms.termHours), buyers: terms.buyers))
        while booksOfType.count <= Int(terms.type) { booksOfType.append([]) }
        booksOfType[Int(terms.type)].append(book)
        return (book, true)
    }

    /// Notes what stands first in the queue of a book, and at what price the next.
    mutating func setFirst(_ offer: Int32, _ row: OfferRow, secondPrice: Int64) {
        books[Int(row.book)].secondPrice = secondPrice
        books[Int(row.book)].first = offer
        books[Int(row.book)].isFirstWeekly = row.weekly >= 0
        books[Int(row.book)].firstPlace = row.place
    }

    mutating func buyerClass(_ buyers: BuyerClass) -> Int32 {
        if buyers == .everyone { return 0 }
        if let number = buyerClassNumbers[buyers] { return number }
        let number = Int32(buyerClasses.count)
        buyerClassNumbers[buyers] = number
        buyerClasses.append(buyers)
        return number
    }

    /// The books of a type; none where nobody has listed it.
    func books(ofType type: Int32) -> ContiguousArray<Int32> {
        Int(type) < booksOfType.count ? booksOfType[Int(type)] : []
    }

    func offerClass(ofBook book: Int32) -> OfferClass { classes[Int(books[Int(book)].offerClass)] }

    private mutating func number(of terms: OfferClass) -> Int32 {
        if let number = classNumbers[terms] { return number }
        let number = Int32(classes.count)
        classNumbers[terms] = number
        classes.append(terms)
        return number
    }

    private mutating func rateKey(of key: RateKey) -> Int32 {
        if let number = rateKeyNumbers[key] { return number }
        let number = Int32(rateKeys.count)
        rateKeyNumbers[key] = number
        rateKeys.append(key)
        return number
    }
}
