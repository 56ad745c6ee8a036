# What officers hold, and what they should practise next.

licences-title = Licences
licences-words = What officers hold, and what expires first. Officers, trainers and administrators are written to 90, 30 and 7 days before a licence expires, and the day after. Nobody is taken off a post by it: that is for you to decide.
licences-nobody = No licence is written down yet. Open an officer's page of licences and add one.
licences-more = { $count ->
    [one] One more is in the files.
   *[other] { $count } more are in the files.
}
licences-mine = My licences
licences-mine-words = What is written down of your licences and registrations. If something is wrong or was renewed, tell your trainer.
licences-none = No licence is written down.
licences-of = Licences of
licence-officer = Officer
licence-kind = Kind of licence
licence-kind-hint = As the authority calls it, for example: Unarmed security officer registration
licence-jurisdiction = Where it holds
licence-jurisdiction-hint = For example US-ND
licence-number = Number
licence-issued = Issued on
licence-expires = Expires on
licence-expires-hint = Its last day. Leave it empty if it does not expire.
licence-endless = Does not expire
licence-renewal = What renewal asks
licence-renewal-hint = May be left empty, for example: 8 hours of training and a fee
licence-valid = Valid
licence-soon = Expires soon
licence-expired = Expired
licence-ended = Ended
licence-new = Another licence
licence-add = Add the licence
licence-end = End this licence
licence-end-words = It counts no more and nobody is reminded of it. It stays on the officer's page for trainers.
licence-why = Why
licence-ended-since = Ended since { $when }.
licence-expires-before = It would expire before it was issued. Check both days.
licence-issued-later = It cannot be issued later than today. Check the day.
licence-is-there = This officer has a licence of this kind with this number already. Open it to correct it.
licence-officer-left = This officer has left. Nothing more is written down for them.
licence-ended-before = This licence was ended. Add another one.
licence-reminded-before = This was written before.
done-licence-added = The licence is written down.
done-licence-ended = The licence is ended.
licence-letter-soon-subject = { $kind } expires on { $day }
licence-letter-soon = Your { $kind } ({ $jurisdiction }) expires on { $day }. Renew it in time, and tell your trainer the new dates.
licence-letter-over-subject = { $kind } has expired
licence-letter-over = Your { $kind } ({ $jurisdiction }) expired on { $day }. If you renewed it, tell your trainer the new dates; if not, talk to your supervisor before your next shift.
licence-letter-soon-of-subject = { $name }: { $kind } expires on { $day }
licence-letter-soon-of = The { $kind } ({ $jurisdiction }) of { $name } expires on { $day }.
licence-letter-over-of-subject = { $name }: { $kind } has expired
licence-letter-over-of = The { $kind } ({ $jurisdiction }) of { $name } expired on { $day }. Decide whether they may stand at a post that needs it, and write down the new dates when it is renewed.
licence-letter-link = See it here:

certificate = Certificate
certificates-mine = My certificates
certificates-mine-words = What you passed and finished here. The paper carries an address that tells whoever holds it whether it is good.
certificates-none = There is no certificate yet.
certificates-of = Certificates of
certificate-no-licence = This is a certificate of the company; it is no licence and no state examination.
certificate-number = Number
certificate-officer = Officer
certificate-title = Of what
certificate-hours = Hours
certificate-hours-hint = May be left empty.
certificate-hours-count = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
certificate-completed = Passed or finished on
certificate-issuer = Issued by
certificate-instructor = Instructor
certificate-instructor-hint = Who taught. May be left empty.
certificate-issued = Issued on
certificate-until = Valid until
certificate-until-hint = Its last day. Leave it empty if it does not expire.
certificate-endless = Does not expire
certificate-valid = Valid
certificate-expired = Expired
certificate-withdrawn = Withdrawn
certificate-paper = Print as PDF
certificate-verify = What others see of it
certificate-verify-at = Whether it is good, anybody who holds this paper can see here:
certificate-says-exam = { $name } passed on { $day }: { $title }
certificate-says-attested = { $name } finished on { $day }: { $title }
certificate-printed = Printed { $when }
certificate-page = Page { $page } of { $pages }
certificate-new-exam = Of an exam
certificate-no-exams = There is no exam that was passed and has no certificate.
certificate-exam = Which exam
certificate-issue = Issue the certificate
certificate-new-attested = Of something that you attest
certificate-attest = Attest it and issue the certificate
certificate-withdraw = Withdraw this certificate
certificate-withdraw-words = Whoever asks for it by its address reads that it was withdrawn. The reason is not shown to them.
certificate-why = Why
certificate-withdrawn-since = Withdrawn since { $when }.
certificate-exam-voided = Its exam was voided. Whoever asks for it reads that it was withdrawn.
certificate-of-oneself = Nobody attests something of themselves. Ask another trainer or an administrator.
certificate-is-there = There is a certificate of this with this day already. Open it in the list.
certificate-of-exam-is-there = This exam has a certificate. Open it in the list.
certificate-exam-not-passed = This exam was not passed, or was voided. Choose another one.
certificate-completed-later = It cannot be finished later than today. Check the day.
certificate-over-already = It would be over already. Choose a later day, or leave it empty.
certificate-withdrawn-before = This certificate was withdrawn before. Look at it again.
done-certificate-issued = The certificate is issued.
done-certificate-withdrawn = The certificate is withdrawn.

advice-title = What sites should practise
advice-words = What clients said in the last { $days } days points here. It is of sites and never of anybody: everybody who stands there practises it, and what is about a person stays with their supervisor.
advice-none = Nothing points anywhere. It needs three concerns of a kind, and clearly more of them than at other sites.
advice-nothing = Nothing was told of this site that points to something to practise.
advice-site = Site
advice-practise = What to practise
advice-of-site = What to practise here
advice-of-site-words = What was told of this site in the last { $days } days, by what it points to. What nobody sorted yet is not counted, and what names somebody on the protected path is left out. Coverage, changing faces and invoices are the office's, and point to nothing to practise.
advice-points = Practise it
advice-too-few = Too few to say
advice-as-elsewhere = No more than elsewhere
advice-here = Of what was told here
advice-company = Of what was told everywhere
advice-reasons = Because of
advice-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
advice-lesson = Read the lesson
advice-questions = Practise questions about it
advice-dialogue = Go through a dialogue
