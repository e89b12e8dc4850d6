/// Several values, one behind the other. Written out by number: a parameter pack costs ten times as much here.
extension CanonicalWriter {
    @inline(__always)
    public mutating func write<A: Canonical>(_ a: A) {
        a.write(to: &self)
    }

    @inline(__always)
    public mutating func write<A: Canonical, B: Canonical>(_ a: A, _ b: B) {
        a.write(to: &self)
        b.write(to: &self)
    }

    @inline(__always)
    public mutating func write<A: Canonical, B: Canonical, C: Canonical>(_ a: A, _ b: B, _ c: C) {
        a.write(to: &self)
        b.write(to: &self)
        c.write(to: &self)
    }

    @inline(__always)
    public mutating func write<A: Canonical, B: Canonical, C: Canonical, D: Canonical>(_ a: A, _ b: B, _ c: C, _ d: D) {
        a.write(to: &self)
        b.write(to: &self)
        c.write(to: &self)
        d.write(to: &self)
    }

    @inline(__always)
    public mutating func write<A: Canonical, B: Canonical, C: Canonical, D: Canonical, E: Canonical>(
        _ a: A, _ b: B, _ c: C, _ d: D, _ e: E
    ) {
        a.write(to: &self)
        b.write(to: &self)
        c.write(to: &self)
        d.write(to: &self)
        e.write(to: &self)
    }

    @inline(__always)
    public mutating func write<A: Canonical, B: Canonical, C: Canonical, D: Canonical, E: Canonical, F: Canonical>(
        _ a: A, _ b: B, _ c: C, _ d: D, _ e: E, _ f: F
    ) {
        a.write(to: &self)
        b.write(to: &self)
        c.write(to: &self)
        d.write(to: &self)
        e.write(to: &self)
        f.write(to: &self)
    }

    @inline(__always)
    public mutating func write<
        A: Canonical, B: Canonical, C: Canonical, D: Canonical, E: Canonical, F: Canonical, G: Canonical
    >(_ a: A, _ b: B, _ c: C, _ d: D, _ e: E, _ f: F, _ g: G) {
        a.write(to: &self)
        b.write(to: &self)
        c.write(to: &self)
        d.write(to: &self)
        e.write(to: &self)
        f.write(to: &self)
        g.write(to: &self)
    }

    @inline(__always)
    public mutating func write<
        A: Canonical, B: Canonical, C: Canonical, D: Canonical, E: Canonical, F: Canonical, G: Canonical, H: Canonical
    >(_ a: A, _ b: B, _ c: C, _ d: D, _ e: E, _ f: F, _ g: G, _ h: H) {
        a.write(to: &self)
        b.write(to: &self)
        c.write(to: &self)
        d.write(to: &self)
        e.write(to: &self)
        f.write(to: &self)
        g.write(to: &self)
        h.write(to: &self)
    }

    /// The number of an enumeration's case, then its value.
    @inline(__always)
    public mutating func write<A: Canonical>(tag: UInt8, _ a: A) {
        append(byte: tag)
        a.write(to: &self)
    }

    /// The number of an enumeration's case, then its two values.
    @inline(__always)
    public mutating func write<A: Canonical, B: Canonical>(tag: UInt8, _ a: A, _ b: B) {
        append(byte: tag)
        write(a, b)
    }
}
