#!/bin/sh
# Points in areas by PostGIS: AREAS.tsv (number, WKT) POINTS.tsv (x, y). A server of its own in a temporary folder, reached
# through a socket there; the time is that of the question, with both tables loaded and indexed.
set -eu
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
if [ -z "$bin" ] || ! ls "${bin%/lib/*}/share/postgresql"/*/extension/postgis.control >/dev/null 2>&1; then
    echo "peer=PostGIS absent=postgresql-15-postgis-3"
    exit 0
fi
folder=$(mktemp -d)
as=
if [ "$(id -u)" = 0 ]; then  # the server does not run as root
    chown postgres "$folder"
    as="runuser -u postgres --"
fi
stop() {
    $as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT
cd "$folder"
$as "$bin/initdb" -D "$folder/data" -A trust -E UTF8 --locale=C >/dev/null
$as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-h '' -k $folder -c fsync=off -c work_mem=256MB" start >/dev/null
ask() { $as psql -X -q -t -A -h "$folder" -d postgres "$@"; }
ask -c "CREATE EXTENSION postgis" -c "CREATE TABLE areas(id int, wkt text, g geometry)" -c "CREATE TABLE points(x float8, y float8, id serial, g geometry)" >/dev/null
ask -c "COPY areas(id, wkt) FROM STDIN" <"$1"
ask -c "COPY points(x, y) FROM STDIN" <"$2"
ask -c "UPDATE areas SET g = ST_GeomFromText(wkt)" -c "UPDATE points SET g = ST_MakePoint(x, y)" \
    -c "CREATE INDEX ON areas USING gist(g)" -c "CREATE INDEX ON points USING gist(g)" -c "VACUUM ANALYZE areas" -c "VACUUM ANALYZE points"
begin=$(date +%s.%N)
located=$(ask -c "SELECT count(*) FROM (SELECT p.id, min(a.id) FROM points p JOIN areas a ON ST_Covers(a.g, p.g) GROUP BY p.id) AS found")
end=$(date +%s.%N)
version=$(ask -c "SELECT postgis_lib_version()")
echo "peer=PostGIS_$version seconds=$(echo "$end $begin" | awk '{print $1 - $2}') located=$located"
