// The compression function of SHA-256 in the BoringSSL that swift-crypto brings along and does not show: `state` after
// `count` more blocks of 64 bytes. Only the module TransparencyLog imports it.
#include <stddef.h>
#include <stdint.h>
void CCryptoBoringSSL_SHA256_TransformBlocks(uint32_t state[8], const uint8_t *data, size_t count);
