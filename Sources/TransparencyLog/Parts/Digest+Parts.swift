extension Digest {
    /// The hash of a part: SHA-256(0x00 ‖ salt ‖ part), the salt being 32 bytes.
    static func part(salt: Digest, _ part: UnsafeRawBufferPointer) -> Digest {
        var function = HashFunction()
        withUnsafeTemporaryAllocation(byteCount: 1 + byteCount, alignment: 8) { memory in
            memory[0] = 0x00
            salt.store(in: memory, at: 1)
            function.update(UnsafeRawBufferPointer(memory))
        }
        function.update(part)
        return function.finalize()
    }

    /// The root over parts: SHA-256(0x02 ‖ the number of parts as eight bytes, big-endian ‖ tree).
    static func sealed(_ tree: Digest, partCount: Int) -> Digest {
        withUnsafeTemporaryAllocation(byteCount: 9 + byteCount, alignment: 8) { memory in
            memory[0] = 0x02
            memory.storeBytes(of: UInt64(partCount).bigEndian, toByteOffset: 1, as: UInt64.self)
            tree.store(in: memory, at: 9)
            return hash(nil, UnsafeRawBufferPointer(memory))
        }
    }
}
