"""Reads what the crate writes with readers that are not ours, and ends with an error where one differs.

    cargo test -p sheet -- --ignored write_what_others_are_to_read
    python3 -m venv venv
    venv/bin/pip install pyarrow==26.0.1 duckdb==2.0.1 polars==2.1.0 pandas==3.1.1
    venv/bin/python crates/sheet/reference/check.py

Run once with these versions, on the bytes of sample.parquet and empty.parquet that are beside this
file; the tests of the crate hold that it still writes those bytes. To be run again when they change,
which a new version of the library that writes them may bring about.

CSV below stands in the tests as well, letter by letter. pandas gives back whole numbers with gaps
as floating ones unless asked for its types of Arrow, and so it is asked.
"""

import csv
import datetime
import io
import tempfile
from importlib.metadata import version
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.parquet

HERE = Path(__file__).parent
SAMPLE, EMPTY = HERE / "sample.parquet", HERE / "empty.parquet"
UTC = datetime.timezone.utc
NAMES = ["words", "count", "mean", "notice_deadline", "asked_at", "is_kept"]
LONG = ('<b onclick="x()">&amp;</b>, ' * 1000)[:20_000]
BIGGEST = 1.7976931348623157e308


def day(*parts):
    return datetime.date(*parts)


def at(*parts):
    return datetime.datetime(*parts, tzinfo=UTC)


ROWS = [
    ("Harbor", 12, 4.25, day(2026, 11, 26), at(2026, 11, 26, 12, 34, 56, 789_000), True),
    (None, None, None, None, None, None),
    ('=HYPERLINK("x"), two\nthree', -(2**63), -0.5, day(1969, 12, 31), at(1969, 12, 31, 23, 59, 59, 999_000), False),
    ("one\0two", 2**63 - 1, 1e21, day(2024, 2, 29), at(1970, 1, 1), True),
    (LONG, 0, 1e-7, day(1, 1, 1), at(1, 1, 1), False),
    ("Café 守衛 🚨", -1, BIGGEST, day(9999, 12, 31), at(9999, 12, 30, 22, 0, 0, 999_000), None),
]
CSV = "\r\n".join([
    "words,count,mean,notice_deadline,asked_at,is_kept",
    "Harbor,12,4.25,2026-11-26,2026-11-26T12:34:56.789Z,true",
    ",,,,,",
    '"\'=HYPERLINK(""x""), two\nthree",-9223372036854775808,-0.5,1969-12-31,1969-12-31T23:59:59.999Z,false',
    "one\ufffdtwo,9223372036854775807,1000000000000000000000,2024-02-29,1970-01-01T00:00:00.000Z,true",
    '"' + LONG.replace('"', '""') + '",0,0.0000001,0001-01-01,0001-01-01T00:00:00.000Z,false',
    f"Café 守衛 🚨,-1,{int(BIGGEST)},9999-12-31,9999-12-30T22:00:00.999Z,",
    "",
])
# Words as CSV has them: guarded, and without the character of zero.
CSV_ROWS = [list(row) for row in ROWS]
CSV_ROWS[2][0], CSV_ROWS[3][0] = "'" + ROWS[2][0], "one\ufffdtwo"
CSV_ROWS = [tuple(row) for row in CSV_ROWS]


def same(who, found, expected):
    if found != expected:
        raise SystemExit(f"{who} reads\n{found!r:.2000}\ninstead of\n{expected!r:.2000}")
    print("as expected:", who)


def rows_of(frame):
    return [tuple(row[name] for name in NAMES) for row in frame]


def parquet_by_pyarrow():
    schema = pyarrow.schema([
        ("words", pyarrow.string()), ("count", pyarrow.int64()), ("mean", pyarrow.float64()),
        ("notice_deadline", pyarrow.date32()), ("asked_at", pyarrow.timestamp("ms", tz="UTC")),
        ("is_kept", pyarrow.bool_()),
    ])
    for path, expected in [(SAMPLE, ROWS), (EMPTY, [])]:
        table = pyarrow.parquet.read_table(path, page_checksum_verification=True)
        table.validate(full=True)
        same(f"pyarrow, types of {path.name}", table.schema, schema)
        same(f"pyarrow, {path.name}", rows_of(table.to_pylist()), expected)
    file = pyarrow.parquet.ParquetFile(SAMPLE)
    columns = [file.metadata.row_group(0).column(place) for place in range(6)]
    same("pyarrow, compression", {column.compression for column in columns}, {"SNAPPY"})
    same("pyarrow, empty cells", [column.statistics.null_count for column in columns], [1, 1, 1, 1, 1, 2])
    whole = columns[1].statistics
    same("pyarrow, least and most", (whole.min, whole.max), (-(2**63), 2**63 - 1))


def duckdb_rows(connection, source):
    # Instants as milliseconds: Python's own type is what DuckDB makes of them, in a zone of its choice.
    found = connection.execute(f"select * replace (epoch_ms(asked_at) as asked_at) from {source}").fetchall()
    types = [row[1] for row in connection.execute(f"describe select * from {source}").fetchall()]
    return found, types


def millis(rows):
    start = at(1970, 1, 1)
    of = lambda moment: None if moment is None else (moment - start) // datetime.timedelta(milliseconds=1)
    return [(*row[:4], of(row[4]), row[5]) for row in rows]


def by_duckdb(csv_path):
    connection = duckdb.connect()
    types = ["VARCHAR", "BIGINT", "DOUBLE", "DATE", "TIMESTAMP WITH TIME ZONE", "BOOLEAN"]
    for path, expected in [(SAMPLE, ROWS), (EMPTY, [])]:
        same(f"duckdb, {path.name}", duckdb_rows(connection, f"'{path}'"), (millis(expected), types))
    found, guessed = duckdb_rows(connection, f"read_csv('{csv_path}')")
    same("duckdb, CSV", found, millis(CSV_ROWS))
    same("duckdb, types that it guesses of CSV", guessed, types)


def parquet_by_polars():
    schema = [polars.String, polars.Int64, polars.Float64, polars.Date, polars.Datetime("ms", "UTC"), polars.Boolean]
    for path, expected in [(SAMPLE, ROWS), (EMPTY, [])]:
        frame = polars.read_parquet(path)
        same(f"polars, types of {path.name}", frame.schema, polars.Schema(dict(zip(NAMES, schema))))
        same(f"polars, {path.name}", frame.rows(), expected)


def by_pandas(csv_path):
    frame = pandas.read_parquet(SAMPLE, dtype_backend="pyarrow")
    same("pandas, sample.parquet", rows_of(pyarrow.Table.from_pandas(frame).to_pylist()), ROWS)
    same("pandas, empty.parquet", list(pandas.read_parquet(EMPTY).columns), NAMES)
    frame = pandas.read_csv(csv_path, dtype_backend="pyarrow")
    found = pyarrow.Table.from_pandas(frame[NAMES[:2]]).to_pylist()
    same("pandas, words and counts of CSV", [tuple(row.values()) for row in found], [row[:2] for row in CSV_ROWS])
    moments = pandas.to_datetime(frame["asked_at"].iloc[:4])
    same("pandas, moments of CSV", [None if pandas.isna(one) else one.to_pydatetime() for one in moments],
         [row[4] for row in ROWS[:4]])


def csv_by_python():
    lines = list(csv.reader(io.StringIO(CSV, newline=""), strict=True))
    expected = [[row[0] or "", str(row[1]) if row[1] is not None else ""] for row in CSV_ROWS]
    same("Python's csv", [line[:2] for line in lines], [NAMES[:2], *expected])
    moments = [datetime.datetime.fromisoformat(line[4]) if line[4] else None for line in lines[1:]]
    same("Python's csv, moments", moments, [row[4] for row in ROWS])
    numbers = [float(line[2]) if line[2] else None for line in lines[1:]]
    same("Python's csv, numbers", numbers, [row[2] for row in ROWS])


if __name__ == "__main__":
    print(*(f"{name} {version(name)}" for name in ["pyarrow", "duckdb", "polars", "pandas"]), sep=", ")
    with tempfile.TemporaryDirectory() as folder:
        csv_path = Path(folder, "sample.csv")
        csv_path.write_bytes(CSV.encode())
        csv_by_python()
        parquet_by_pyarrow()
        by_duckdb(csv_path)
        parquet_by_polars()
        by_pandas(csv_path)
