#!/bin/bash
# The nearest line of every point by PostGIS's index. Arguments: a file of lines and one of points, a WKT on each row.
# Starts a server of its own in a temporary folder, without a port, and ends it.
set -eu
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1 || true)
if [ -z "$bin" ] || ! ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1; then
    echo "absent=postgresql,postgis"
    exit 0
fi
folder=$(mktemp -d)
as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi; }
[ "$(id -u)" = 0 ] && chown postgres "$folder"
trap 'as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"' EXIT
cd "$folder"
as "$bin/initdb" -D "$folder/data" -A trust >/dev/null
as "$bin/pg_ctl" -D "$folder/data" -w -o "-c listen_addresses='' -k $folder -c max_parallel_workers_per_gather=1" -l "$folder/log" start >/dev/null
sql() { as psql -h "$folder" -d postgres -qAt -v ON_ERROR_STOP=1 "$@"; }
sql -c "create extension postgis; create table road(t text); create table place(t text);" >/dev/null
cat "$1" | sql -c "copy road from stdin with (format csv, delimiter E'\t')"
cat "$2" | sql -c "copy place from stdin with (format csv, delimiter E'\t')"
sql -c "create table r as select st_geomfromtext(t) g from road; create table p as select st_geomfromtext(t) g from place;
        create index on r using gist(g); vacuum analyze r; analyze p;" >/dev/null 2>&1 || {
    sql -c "create table if not exists r as select st_geomfromtext(t) g from road"
    sql -c "create table if not exists p as select st_geomfromtext(t) g from place"
    sql -c "create index if not exists r_g on r using gist(g)"
    sql -c "analyze r"
}
version=$(sql -c "select split_part(postgis_full_version(), '\"', 2)" | cut -d' ' -f1)
begin=$(date +%s.%N)
metres=$(sql -c "select sum(d) from (select (select st_distance(p.g, r.g) from r order by r.g <-> p.g limit 1) d from p) x")
end=$(date +%s.%N)
echo "peer=PostGIS_$version seconds=$(echo "$end - $begin" | bc) metres=$metres"
