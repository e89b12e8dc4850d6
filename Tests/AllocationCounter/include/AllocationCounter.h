#pragma once

/// How often the calling thread has asked for memory since it began; -1 where a sanitizer owns the allocator.
long allocationCount(void);
