//! `rapport user`: staff members, from the command line.

mod secret;

use clap::{Args, Subcommand};
use ground::App;
use ground::words::Language;
use people::Door;
use people::session;
use people::staff::{self, NewStaffMember, Role, StaffMember};

use crate::{Outcome, Trouble};

/// Sets up the people of your organization, beginning with the first administrator.
///
/// A new person is given a link, good once and for three days, at which they choose their
/// password. A password is never taken from the command line, where others could see it.
/// Clients' contacts have no passwords; they are set up on the pages.
#[derive(Subcommand)]
#[command(arg_required_else_help = true)]
pub enum Command {
    /// Adds a staff member and prints the link at which they choose a password.
    #[command(after_help = "\
Example:
  rapport user add --email dana@example.com --name 'Dana Reyes' --role administrator --role supervisor")]
    Add(NewPerson),
    /// Prints a new link for a staff member, or sets the password.
    #[command(after_help = "\
Examples:
  rapport user password --email dana@example.com          prints a link
  rapport user password --email dana@example.com --ask    asks for the password, or reads a line of standard input")]
    Password {
        /// The address with which they sign in.
        #[arg(long)]
        email: String,
        /// Ask for the password here instead of printing a link.
        #[arg(long)]
        ask: bool,
    },
    /// Lists the staff members who have not left.
    List,
    /// Notes that a staff member has left: they can no longer sign in; what they did stays.
    Leave {
        /// The address with which they signed in.
        #[arg(long)]
        email: String,
    },
}

/// Who is added.
#[derive(Args)]
pub struct NewPerson {
    /// The address with which they sign in.
    #[arg(long)]
    email: String,
    /// What they are called.
    #[arg(long)]
    name: String,
    /// What they do: officer, supervisor, account_manager, trainer or administrator. May be repeated.
    #[arg(long = "role", value_name = "ROLE", required = true)]
    roles: Vec<String>,
    /// The language in which they read: en or es.
    #[arg(long, default_value = "en")]
    language: String,
    /// Ask for the password here instead of printing a link.
    #[arg(long)]
    ask: bool,
}

/// Does it.
///
/// # Errors
/// A sentence that says what is wrong.
pub fn run(app: &App, command: Command) -> Outcome {
    match command {
        Command::Add(new) => add(app, new),
        Command::Password { email, ask } => set_password(app, &email, ask),
        Command::List => list(app),
        Command::Leave { email } => leave(app, &email),
    }
}

fn add(app: &App, new: NewPerson) -> Outcome {
    let ask = new.ask;
    let new = read(app, &new)?;
    let hash = if ask { Some(secret::asked_and_hashed()?) } else { None };
    let link = door(app).write(move |work| {
        let done = staff::take_on(work, &new)?;
        match &hash {
            Some(hash) => Ok(session::set_password(work, done.value(), hash)?.map(|()| None)),
            None => Ok(session::give_link(work, &new.email)?.map(Some)),
        }
    })?;
    say_link(link.as_deref());
    Ok(())
}

/// The person as typed, by the same rules as on the page.
fn read(app: &App, new: &NewPerson) -> Outcome<NewStaffMember> {
    let mut fields = ground::Fields::default()
        .set("name", new.name.as_str())
        .set("email", new.email.as_str())
        .set("language", new.language.as_str());
    for role in &new.roles {
        fields = fields.set("roles", role.as_str());
    }
    let read = NewStaffMember::read(&mut fields);
    let words = app.catalogue.speak(Language::English);
    read.ok_or_else(|| {
        let problems = fields.problems().iter();
        let said = problems.map(|problem| format!("{}: {}", problem.field, words.refusal(&problem.refusal)));
        Trouble(said.collect::<Vec<_>>().join("\n"))
    })
}

fn set_password(app: &App, email: &str, ask: bool) -> Outcome {
    let member = find(app, email)?;
    let hash = if ask { Some(secret::asked_and_hashed()?) } else { None };
    let link = door(app).write(move |work| match &hash {
        Some(hash) => Ok(session::set_password(work, &member.id, hash)?.map(|()| None)),
        None => Ok(session::give_link(work, &member.email)?.map(Some)),
    })?;
    say_link(link.as_deref());
    Ok(())
}

fn list(app: &App) -> Outcome {
    for member in door(app).read(|work| staff::rows::all(work.connection))? {
        let roles: Vec<&str> = member.roles.iter().map(Role::word).collect();
        println!("{}  {}  {}", member.email, roles.join(","), member.name);
    }
    Ok(())
}

fn leave(app: &App, email: &str) -> Outcome {
    let member = find(app, email)?;
    door(app).write(move |work| staff::leave(work, &member.id))?;
    println!("{} has left and can no longer sign in.", member.name);
    Ok(())
}

fn find(app: &App, email: &str) -> Outcome<StaffMember> {
    let email = email.trim().to_lowercase();
    let members = door(app).read(|work| staff::rows::all(work.connection))?;
    let found = members.into_iter().find(|member| member.email == email);
    Ok(found.ok_or("No staff member who has not left signs in with this address; `rapport user list` names them.")?)
}

fn door(app: &App) -> people::door::SystemDoor {
    Door::of_system(app, app.clock.now())
}

fn say_link(link: Option<&str>) {
    match link {
        Some(link) => {
            eprintln!("Hand this link over. It is good once, for three days; the person chooses a password there.");
            println!("{link}");
        }
        None => println!("The password is set."),
    }
}
