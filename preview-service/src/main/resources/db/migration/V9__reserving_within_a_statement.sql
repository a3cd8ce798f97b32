-- Reserves tokens in every budget that pays for an answer and gives what is used of the first one, the caller's own. A
-- function, so that a statement can take a message and reserve for it at once. Without room in one of the budgets that
-- whole statement fails as by a constraint, and the detail tells of that budget as JSON.
--
-- Rows are locked in the order given, in which the shared ones come last: nobody waits in a circle.
CREATE FUNCTION reserve_tokens(reservation uuid, payers text[], limits bigint[], wanted bigint,
    seconds double precision) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    today CONSTANT date := (now() AT TIME ZONE 'UTC')::date;
    balance record;
    own bigint;
BEGIN
    INSERT INTO budget_reservation (id, day, scopes, tokens, expires_at)
    VALUES (reservation, today, payers, wanted, now() + make_interval(secs => seconds));
    FOR balance IN
        INSERT INTO budget (day, scope, used, reserved)
        SELECT today, payer, 0, wanted FROM unnest(payers) WITH ORDINALITY AS each (payer, place) ORDER BY place
        ON CONFLICT (day, scope) DO UPDATE SET reserved = budget.reserved + excluded.reserved
        RETURNING array_position(payers, scope) - 1 AS payer, day, coalesce(old.used, 0) AS used,
            coalesce(old.reserved, 0) AS reserved
    LOOP
        IF balance.used + balance.reserved >= limits[balance.payer + 1] THEN
            RAISE EXCEPTION 'A budget has no room' USING ERRCODE = 'check_violation',
                CONSTRAINT = 'room_in_budget', DETAIL = to_json(balance)::text;
        END IF;
        own := coalesce(own, balance.used);
    END LOOP;
    RETURN own;
END
$$;
