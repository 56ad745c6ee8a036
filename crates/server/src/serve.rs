//! `rapport serve`: opens everything, answers until it is asked to stop, and ends in order.

pub mod endpoints;
mod log;
mod measure;

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::serve::ListenerExt;
use ground::App;
use ground::config::Settings;
use ground::job::runner;
use ground::web::{guard, live};
use metrics_exporter_prometheus::PrometheusHandle;
use people::organization;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::{Outcome, Trouble, command, slices};

/// How long requests may take to finish once the process is asked to stop.
const PATIENCE: Duration = Duration::from_secs(10);
/// More threads that wait for the database than this serve nobody sooner; each costs memory.
const BLOCKING_THREADS: usize = 64;
const IDLE_THREAD: Duration = Duration::from_secs(5);
/// How often measurements are put together when nobody asks for them.
const UPKEEP: Duration = Duration::from_secs(15);

/// Serves until the process is asked to stop. What `prepare` does comes before the first answer.
///
/// # Errors
/// When the address is taken, or something cannot be opened.
pub fn run(settings: Settings, prepare: impl FnOnce(&App, SocketAddr) -> Outcome) -> Outcome {
    log::begin(settings.log_json);
    let listen = settings.listen;
    let listener = std::net::TcpListener::bind(listen).map_err(|error| format!("listen: {listen}: {error}"))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let mail_listener = mail_listener(settings.mail_listen)?;
    let app = command::open(settings)?;
    prepare(&app, address)?;
    runner::wind_up(&app, app.clock.now())?;
    let meter = measure::begin()?;
    let router = router(&app, meter.clone())?;
    let runtime = runtime()?;
    // From here on a signal ends it in order.
    let signals = Signals::await_in(&runtime)?;
    greet(&app, address)?;
    let ended = runtime.block_on(until_stopped(app, (listener, mail_listener, router), meter, signals));
    runtime.shutdown_timeout(Duration::from_secs(1));
    ended
}

/// Every address, with all that guards and measures it.
///
/// # Errors
/// Broken when the public address of this server is none.
pub fn router(app: &App, meter: PrometheusHandle) -> ground::Result<Router> {
    let router = slices::routes().into_router().merge(endpoints::router(meter));
    Ok(guard::guarded(router, app)?.layer(axum::middleware::from_fn(measure::observe)))
}

fn greet(app: &App, address: SocketAddr) -> Outcome {
    let organization = app.db.read_here(organization::rows::get)?;
    let database = if app.db.is_shared() { "PostgreSQL" } else { "SQLite" };
    tracing::info!(%address, public_url = app.settings.public_url, database, "serving");
    if organization.version == 0 {
        tracing::info!("nobody is set up yet: see `rapport user add --help`");
    }
    Ok(())
}

/// Few threads: what is slow waits for the database, on threads of its own.
fn runtime() -> std::io::Result<Runtime> {
    let processors = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    Builder::new_multi_thread()
        .worker_threads(processors.clamp(2, 4))
        .max_blocking_threads(BLOCKING_THREADS)
        .thread_keep_alive(IDLE_THREAD)
        .enable_all()
        .build()
}

async fn until_stopped(
    app: App,
    (listener, mail_listener, router): (std::net::TcpListener, Option<std::net::TcpListener>, Router),
    meter: PrometheusHandle,
    signals: Signals,
) -> Outcome {
    let listener = TcpListener::from_std(listener)?.tap_io(|stream| {
        // An answer goes out at once; a connection that refuses this works all the same.
        let _ignored = stream.set_nodelay(true);
    });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(stopped(app.clone()));
    let answering = async {
        tokio::select! {
            ended = server => ended,
            () = out_of_patience(app.clone()) => {
                tracing::warn!("some requests were not finished in time");
                Ok(())
            }
        }
    };
    let jobs = runner::run_until(app.clone(), app.stopping.subscribe());
    let changes = live::follow_until(app.clone(), app.stopping.subscribe());
    let mail = take_mail(app.clone(), mail_listener);
    let (answered, (), (), (), (), ()) =
        tokio::join!(answering, signals.stop(app.clone()), jobs, changes, mail, keep_up(app.clone(), meter));
    tracing::info!("stopped");
    Ok(answered?)
}

/// Ctrl+C, and SIGTERM as a service manager sends it.
struct Signals {
    interrupt: Signal,
    terminate: Signal,
}

impl Signals {
    fn await_in(runtime: &Runtime) -> std::io::Result<Self> {
        let _inside = runtime.enter();
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    /// Waits for either, and tells everybody.
    async fn stop(mut self, app: App) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
        tracing::info!("stopping");
        app.stopping.send_replace(true);
    }
}

/// The door for the host's own mail server, where it is set up.
fn mail_listener(listen: Option<SocketAddr>) -> Result<Option<std::net::TcpListener>, Trouble> {
    let Some(listen) = listen else { return Ok(None) };
    let listener = std::net::TcpListener::bind(listen).map_err(|error| format!("mail_listen: {listen}: {error}"))?;
    listener.set_nonblocking(true)?;
    Ok(Some(listener))
}

async fn take_mail(app: App, listener: Option<std::net::TcpListener>) {
    let Some(listener) = listener else { return };
    match TcpListener::from_std(listener) {
        Ok(listener) => mail::lmtp::take_until(app.clone(), listener, app.stopping.subscribe()).await,
        Err(error) => tracing::error!(%error, "mail cannot be taken"),
    }
}

async fn stopped(app: App) {
    let mut stopping = app.stopping.subscribe();
    // The sender lives as long as the app that is held here, so this ends only when it says so.
    let _seen = stopping.wait_for(|stopping| *stopping).await;
}

async fn out_of_patience(app: App) {
    stopped(app).await;
    tokio::time::sleep(PATIENCE).await;
}

async fn keep_up(app: App, meter: PrometheusHandle) {
    while tokio::time::timeout(UPKEEP, stopped(app.clone())).await.is_err() {
        meter.run_upkeep();
    }
}
