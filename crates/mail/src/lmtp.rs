//! The door at which the host's own mail server hands mail over: LMTP (RFC 2033), or SMTP
//! (RFC 5321) without everything that is for strangers.

mod session;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use ground::App;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

/// How many may talk to us at once.
const AT_ONCE: usize = 32;
/// How long those who talk may finish once the process is asked to stop.
const PATIENCE: Duration = Duration::from_secs(5);

/// Takes mail until it is told to stop.
pub async fn take_until(app: App, listener: TcpListener, stop: watch::Receiver<bool>) {
    let mut stopping = stop.clone();
    let room = Arc::new(Semaphore::new(AT_ONCE));
    let mut talking = JoinSet::new();
    loop {
        while talking.try_join_next().is_some() {}
        tokio::select! {
            () = stopped(&mut stopping) => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => talk(&app, stream, &room, &stop, &mut talking),
                Err(error) => {
                    tracing::error!(%error, "mail cannot be taken");
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
            },
        }
    }
    let finishing = async { while talking.join_next().await.is_some() {} };
    let _finished = tokio::time::timeout(PATIENCE, finishing).await;
}

/// Waits until the process is asked to stop.
async fn stopped(stop: &mut watch::Receiver<bool>) {
    let _seen = stop.wait_for(|stop| *stop).await;
}

fn talk(
    app: &App,
    mut stream: TcpStream,
    room: &Arc<Semaphore>,
    stop: &watch::Receiver<bool>,
    talking: &mut JoinSet<()>,
) {
    let (app, stop) = (app.clone(), stop.clone());
    match Arc::clone(room).try_acquire_owned() {
        Ok(place) => talking.spawn(async move {
            if let Err(error) = session::talk(&app, &mut stream, stop).await {
                tracing::debug!(%error, "a mail server hung up");
            }
            drop(place);
        }),
        Err(_) => talking.spawn(async move {
            let _told = stream.write_all(b"421 4.3.2 too many at once; come again\r\n").await;
        }),
    };
}
