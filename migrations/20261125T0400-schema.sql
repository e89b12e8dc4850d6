-- The schema of the exchange, and the refusal that makes a table append-only.
--
-- Reason: what regulators audit must not be changed in place, not even by the role that owns it. Privileges
-- stop the service; a statement trigger stops the owner too, and says why.
--
-- Runs as suanli_owner, which cannot log in. The roles suanli_writer, suanli_reader and suanli_auditor exist.

CREATE SCHEMA exchange;

GRANT USAGE ON SCHEMA exchange TO suanli_writer, suanli_reader, suanli_auditor;

CREATE FUNCTION exchange.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: it is append-only', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

-- Attaches the refusal to a table or a partition.
CREATE FUNCTION exchange.make_append_only(name regclass) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s '
        'FOR EACH STATEMENT EXECUTE FUNCTION exchange.refuse_change()', name);
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM suanli_owner', name);
END
$$;

REVOKE EXECUTE ON FUNCTION exchange.make_append_only(regclass) FROM PUBLIC;

-- The firm for which a reader's transaction reads; NULL when it was not set, which shows nothing.
CREATE FUNCTION exchange.tenant() RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('suanli.tenant', true), '')::bigint
$$;

-- Raises unless a statement of a batch met as many rows as it was sent: a batch is never applied in part.
CREATE FUNCTION exchange.require_rows(met bigint, wanted bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF met <> wanted THEN
        RAISE EXCEPTION '% rows instead of %', met, wanted USING ERRCODE = 'SU002';
    END IF;
END
$$;
