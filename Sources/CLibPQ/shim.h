// The C client library of PostgreSQL. Only the module Postgres imports it.
#include <libpq-fe.h>
