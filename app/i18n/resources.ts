import enAppointments from '#locales/en/appointments.json' with { type: 'json' }
import enCommon from '#locales/en/common.json' with { type: 'json' }
import enDisplay from '#locales/en/display.json' with { type: 'json' }
import enErrors from '#locales/en/errors.json' with { type: 'json' }
import enFront from '#locales/en/front.json' with { type: 'json' }
import enLogin from '#locales/en/login.json' with { type: 'json' }
import enMe from '#locales/en/me.json' with { type: 'json' }
import enMessages from '#locales/en/messages.json' with { type: 'json' }
import enPassport from '#locales/en/passport.json' with { type: 'json' }
import enPeople from '#locales/en/people.json' with { type: 'json' }
import enQueue from '#locales/en/queue.json' with { type: 'json' }
import enQueueOffice from '#locales/en/queue-office.json' with { type: 'json' }
import enSee from '#locales/en/see.json' with { type: 'json' }
import enStaff from '#locales/en/staff.json' with { type: 'json' }
import enStaffQueue from '#locales/en/staff-queue.json' with { type: 'json' }
import enStatements from '#locales/en/statements.json' with { type: 'json' }
import enTickets from '#locales/en/tickets.json' with { type: 'json' }
import enValidation from '#locales/en/validation.json' with { type: 'json' }
import nbAppointments from '#locales/nb/appointments.json' with { type: 'json' }
import nbCommon from '#locales/nb/common.json' with { type: 'json' }
import nbDisplay from '#locales/nb/display.json' with { type: 'json' }
import nbErrors from '#locales/nb/errors.json' with { type: 'json' }
import nbFront from '#locales/nb/front.json' with { type: 'json' }
import nbLogin from '#locales/nb/login.json' with { type: 'json' }
import nbMe from '#locales/nb/me.json' with { type: 'json' }
import nbMessages from '#locales/nb/messages.json' with { type: 'json' }
import nbPassport from '#locales/nb/passport.json' with { type: 'json' }
import nbPeople from '#locales/nb/people.json' with { type: 'json' }
import nbQueue from '#locales/nb/queue.json' with { type: 'json' }
import nbQueueOffice from '#locales/nb/queue-office.json' with { type: 'json' }
import nbSee from '#locales/nb/see.json' with { type: 'json' }
import nbStaff from '#locales/nb/staff.json' with { type: 'json' }
import nbStaffQueue from '#locales/nb/staff-queue.json' with { type: 'json' }
import nbStatements from '#locales/nb/statements.json' with { type: 'json' }
import nbTickets from '#locales/nb/tickets.json' with { type: 'json' }
import nbValidation from '#locales/nb/validation.json' with { type: 'json' }
import nnAppointments from '#locales/nn/appointments.json' with { type: 'json' }
import nnCommon from '#locales/nn/common.json' with { type: 'json' }
import nnDisplay from '#locales/nn/display.json' with { type: 'json' }
import nnErrors from '#locales/nn/errors.json' with { type: 'json' }
import nnFront from '#locales/nn/front.json' with { type: 'json' }
import nnLogin from '#locales/nn/login.json' with { type: 'json' }
import nnMe from '#locales/nn/me.json' with { type: 'json' }
import nnMessages from '#locales/nn/messages.json' with { type: 'json' }
import nnPassport from '#locales/nn/passport.json' with { type: 'json' }
import nnPeople from '#locales/nn/people.json' with { type: 'json' }
import nnQueue from '#locales/nn/queue.json' with { type: 'json' }
import nnQueueOffice from '#locales/nn/queue-office.json' with { type: 'json' }
import nnSee from '#locales/nn/see.json' with { type: 'json' }
import nnStaff from '#locales/nn/staff.json' with { type: 'json' }
import nnStaffQueue from '#locales/nn/staff-queue.json' with { type: 'json' }
import nnStatements from '#locales/nn/statements.json' with { type: 'json' }
import nnTickets from '#locales/nn/tickets.json' with { type: 'json' }
import nnValidation from '#locales/nn/validation.json' with { type: 'json' }

/** Every text, one namespace per journey. */
export const resources = {
  nb: {
    appointments: nbAppointments,
    common: nbCommon,
    display: nbDisplay,
    errors: nbErrors,
    front: nbFront,
    login: nbLogin,
    me: nbMe,
    messages: nbMessages,
    passport: nbPassport,
    people: nbPeople,
    queue: nbQueue,
    'queue-office': nbQueueOffice,
    see: nbSee,
    staff: nbStaff,
    'staff-queue': nbStaffQueue,
    statements: nbStatements,
    tickets: nbTickets,
    validation: nbValidation,
  },
  nn: {
    appointments: nnAppointments,
    common: nnCommon,
    display: nnDisplay,
    errors: nnErrors,
    front: nnFront,
    login: nnLogin,
    me: nnMe,
    messages: nnMessages,
    passport: nnPassport,
    people: nnPeople,
    queue: nnQueue,
    'queue-office': nnQueueOffice,
    see: nnSee,
    staff: nnStaff,
    'staff-queue': nnStaffQueue,
    statements: nnStatements,
    tickets: nnTickets,
    validation: nnValidation,
  },
  en: {
    appointments: enAppointments,
    common: enCommon,
    display: enDisplay,
    errors: enErrors,
    front: enFront,
    login: enLogin,
    me: enMe,
    messages: enMessages,
    passport: enPassport,
    people: enPeople,
    queue: enQueue,
    'queue-office': enQueueOffice,
    see: enSee,
    staff: enStaff,
    'staff-queue': enStaffQueue,
    statements: enStatements,
    tickets: enTickets,
    validation: enValidation,
  },
}
