// What glibc 2.34 has and Swift's Glibc module does not show. Only the module Postgres imports it.
#include <spawn.h>
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
