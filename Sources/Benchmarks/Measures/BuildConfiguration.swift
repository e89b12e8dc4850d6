/// How this was built: figures of a debug build say nothing about the product.
enum BuildConfiguration {
    static var name: String {
        #if DEBUG
            "debug"
        #else
            "release"
        #endif
    }
}
