// The yardstick of the ledger: accounts that hold their balance, and a function that locks both, as pgledger does it
// (https://github.com/pgr0ss/pgledger): each transfer writes two entries with the balance before and after.
import type postgres from 'postgres';

const schema = `
  create table bare_accounts (
    id bigint primary key, name text not null, currency text not null, balance numeric not null default 0,
    version bigint not null default 0, may_be_negative boolean not null default true,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now());
  create table bare_transfers (
    id uuid primary key default uuidv7(), from_account bigint not null references bare_accounts,
    to_account bigint not null references bare_accounts, amount numeric not null check (amount > 0),
    created_at timestamptz not null default now(), check (from_account <> to_account));
  create table bare_entries (
    id uuid primary key default uuidv7(), account_id bigint not null references bare_accounts,
    transfer_id uuid not null references bare_transfers, amount numeric not null, balance_before numeric not null,
    balance_after numeric not null, account_version bigint not null, created_at timestamptz not null default now());
  create index on bare_entries (account_id);
  create index on bare_entries (transfer_id);
  create function bare_side(moved uuid, account bigint, change numeric) returns void language plpgsql as $$
  declare now_has bare_accounts;
  begin
    update bare_accounts set balance = balance + change, version = version + 1, updated_at = now()
      where id = account returning * into now_has;
    if now_has.balance < 0 and not now_has.may_be_negative then raise exception 'account % would be below zero', account; end if;
    insert into bare_entries (account_id, transfer_id, amount, balance_before, balance_after, account_version)
      values (account, moved, change, now_has.balance - change, now_has.balance, now_has.version);
  end $$;
  create function bare_transfer(source bigint, target bigint, amount numeric) returns uuid language plpgsql as $$
  declare moved uuid;
  begin
    perform from bare_accounts where id in (source, target) order by id for update;
    if (select count(distinct currency) from bare_accounts where id in (source, target)) <> 1 then
      raise exception 'the accounts are of two currencies';
    end if;
    insert into bare_transfers (from_account, to_account, amount) values (source, target, amount) returning id into moved;
    perform bare_side(moved, source, -amount);
    perform bare_side(moved, target, amount);
    return moved;
  end $$;
  insert into bare_accounts (id, name, currency) select n, 'account ' || n, 'USDT' from generate_series(1, 2) n`;

/** Makes the yardstick's tables. As the owner of the database. */
export async function makeBareLedger(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(schema);
}

/** One transfer to the account that everybody writes to, in a transaction of its own. */
export async function bareTransfer(sql: postgres.Sql): Promise<void> {
  await sql`select bare_transfer(1, 2, 1)`;
}

export async function bareBalance(sql: postgres.Sql): Promise<bigint> {
  const [row] = await sql<{ balance: string }[]>`select balance::text from bare_accounts where id = 2`;
  return BigInt(row?.balance ?? '0');
}
