# One binary and a data folder. Build: docker build -t rapport .
# Run: docker run -p 7300:7300 -v rapport:/data -e RAPPORT_PUBLIC_URL=https://rapport.example.com rapport
FROM rust:1.95-slim-bookworm AS build
# SQLite, the client of PostgreSQL and its TLS are built from source with these.
RUN apt-get update && apt-get install -y --no-install-recommends build-essential perl pkg-config
WORKDIR /rapport
COPY . .
RUN cargo build --release --locked --package server

FROM debian:bookworm-slim
RUN useradd --system --uid 7300 --home-dir /data rapport && install -d -o rapport -g rapport -m 0700 /data
COPY --from=build /rapport/target/release/rapport /usr/local/bin/rapport
USER rapport
ENV RAPPORT_LISTEN=0.0.0.0:7300 RAPPORT_DATA=/data
VOLUME /data
EXPOSE 7300
ENTRYPOINT ["rapport"]
CMD ["serve"]
