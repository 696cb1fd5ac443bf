import enAdvice from '#locales/en/advice.json' with { type: 'json' }
import enAppointments from '#locales/en/appointments.json' with { type: 'json' }
import enChannels from '#locales/en/channels.json' with { type: 'json' }
import enCommon from '#locales/en/common.json' with { type: 'json' }
import enDisplay from '#locales/en/display.json' with { type: 'json' }
import enContact from '#locales/en/contact.json' with { type: 'json' }
import enErrors from '#locales/en/errors.json' with { type: 'json' }
import enFront from '#locales/en/front.json' with { type: 'json' }
import enGuide from '#locales/en/guide.json' with { type: 'json' }
import enLogin from '#locales/en/login.json' with { type: 'json' }
import enMe from '#locales/en/me.json' with { type: 'json' }
import enMessages from '#locales/en/messages.json' with { type: 'json' }
import enOffices from '#locales/en/offices.json' with { type: 'json' }
import enOpenData from '#locales/en/openData.json' with { type: 'json' }
import enPassport from '#locales/en/passport.json' with { type: 'json' }
import enPeople from '#locales/en/people.json' with { type: 'json' }
import enQueue from '#locales/en/queue.json' with { type: 'json' }
import enQueueOffice from '#locales/en/queue-office.json' with { type: 'json' }
import enSee from '#locales/en/see.json' with { type: 'json' }
import enServices from '#locales/en/services.json' with { type: 'json' }
import enStaff from '#locales/en/staff.json' with { type: 'json' }
import enStaffQueue from '#locales/en/staff-queue.json' with { type: 'json' }
import enStatements from '#locales/en/statements.json' with { type: 'json' }
import enTickets from '#locales/en/tickets.json' with { type: 'json' }
import enValidation from '#locales/en/validation.json' with { type: 'json' }
import nbAdvice from '#locales/nb/advice.json' with { type: 'json' }
import nbAppointments from '#locales/nb/appointments.json' with { type: 'json' }
import nbChannels from '#locales/nb/channels.json' with { type: 'json' }
import nbCommon from '#locales/nb/common.json' with { type: 'json' }
import nbDisplay from '#locales/nb/display.json' with { type: 'json' }
import nbContact from '#locales/nb/contact.json' with { type: 'json' }
import nbErrors from '#locales/nb/errors.json' with { type: 'json' }
import nbFront from '#locales/nb/front.json' with { type: 'json' }
import nbGuide from '#locales/nb/guide.json' with { type: 'json' }
import nbLogin from '#locales/nb/login.json' with { type: 'json' }
import nbMe from '#locales/nb/me.json' with { type: 'json' }
import nbMessages from '#locales/nb/messages.json' with { type: 'json' }
import nbOffices from '#locales/nb/offices.json' with { type: 'json' }
import nbOpenData from '#locales/nb/openData.json' with { type: 'json' }
import nbPassport from '#locales/nb/passport.json' with { type: 'json' }
import nbPeople from '#locales/nb/people.json' with { type: 'json' }
import nbQueue from '#locales/nb/queue.json' with { type: 'json' }
import nbQueueOffice from '#locales/nb/queue-office.json' with { type: 'json' }
import nbSee from '#locales/nb/see.json' with { type: 'json' }
import nbServices from '#locales/nb/services.json' with { type: 'json' }
import nbStaff from '#locales/nb/staff.json' with { type: 'json' }
import nbStaffQueue from '#locales/nb/staff-queue.json' with { type: 'json' }
import nbStatements from '#locales/nb/statements.json' with { type: 'json' }
import nbTickets from '#locales/nb/tickets.json' with { type: 'json' }
import nbValidation from '#locales/nb/validation.json' with { type: 'json' }
import nnAdvice from '#locales/nn/advice.json' with { type: 'json' }
import nnAppointments from '#locales/nn/appointments.json' with { type: 'json' }
import nnChannels from '#locales/nn/channels.json' with { type: 'json' }
import nnCommon from '#locales/nn/common.json' with { type: 'json' }
import nnDisplay from '#locales/nn/display.json' with { type: 'json' }
import nnContact from '#locales/nn/contact.json' with { type: 'json' }
import nnErrors from '#locales/nn/errors.json' with { type: 'json' }
import nnFront from '#locales/nn/front.json' with { type: 'json' }
import nnGuide from '#locales/nn/guide.json' with { type: 'json' }
import nnLogin from '#locales/nn/login.json' with { type: 'json' }
import nnMe from '#locales/nn/me.json' with { type: 'json' }
import nnMessages from '#locales/nn/messages.json' with { type: 'json' }
import nnOffices from '#locales/nn/offices.json' with { type: 'json' }
import nnOpenData from '#locales/nn/openData.json' with { type: 'json' }
import nnPassport from '#locales/nn/passport.json' with { type: 'json' }
import nnPeople from '#locales/nn/people.json' with { type: 'json' }
import nnQueue from '#locales/nn/queue.json' with { type: 'json' }
import nnQueueOffice from '#locales/nn/queue-office.json' with { type: 'json' }
import nnSee from '#locales/nn/see.json' with { type: 'json' }
import nnServices from '#locales/nn/services.json' with { type: 'json' }
import nnStaff from '#locales/nn/staff.json' with { type: 'json' }
import nnStaffQueue from '#locales/nn/staff-queue.json' with { type: 'json' }
import nnStatements from '#locales/nn/statements.json' with { type: 'json' }
import nnTickets from '#locales/nn/tickets.json' with { type: 'json' }
import nnValidation from '#locales/nn/validation.json' with { type: 'json' }

/** Every text, one namespace per journey. */
export const resources = {
  nb: {
    advice: nbAdvice,
    appointments: nbAppointments,
    channels: nbChannels,
    common: nbCommon,
    display: nbDisplay,
    contact: nbContact,
    errors: nbErrors,
    front: nbFront,
    guide: nbGuide,
    login: nbLogin,
    me: nbMe,
    messages: nbMessages,
    offices: nbOffices,
    openData: nbOpenData,
    passport: nbPassport,
    people: nbPeople,
    queue: nbQueue,
    'queue-office': nbQueueOffice,
    see: nbSee,
    services: nbServices,
    staff: nbStaff,
    'staff-queue': nbStaffQueue,
    statements: nbStatements,
    tickets: nbTickets,
    validation: nbValidation,
  },
  nn: {
    advice: nnAdvice,
    appointments: nnAppointments,
    channels: nnChannels,
    common: nnCommon,
    display: nnDisplay,
    contact: nnContact,
    errors: nnErrors,
    front: nnFront,
    guide: nnGuide,
    login: nnLogin,
    me: nnMe,
    messages: nnMessages,
    offices: nnOffices,
    openData: nnOpenData,
    passport: nnPassport,
    people: nnPeople,
    queue: nnQueue,
    'queue-office': nnQueueOffice,
    see: nnSee,
    services: nnServices,
    staff: nnStaff,
    'staff-queue': nnStaffQueue,
    statements: nnStatements,
    tickets: nnTickets,
    validation: nnValidation,
  },
  en: {
    advice: enAdvice,
    appointments: enAppointments,
    channels: enChannels,
    common: enCommon,
    display: enDisplay,
    contact: enContact,
    errors: enErrors,
    front: enFront,
    guide: enGuide,
    login: enLogin,
    me: enMe,
    messages: enMessages,
    offices: enOffices,
    openData: enOpenData,
    passport: enPassport,
    people: enPeople,
    queue: enQueue,
    'queue-office': enQueueOffice,
    see: enSee,
    services: enServices,
    staff: enStaff,
    'staff-queue': enStaffQueue,
    statements: enStatements,
    tickets: enTickets,
    validation: enValidation,
  },
}
