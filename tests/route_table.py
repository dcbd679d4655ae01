"""Who gets what answer on every route: one readable table. `tests/test_routes.py` walks it.

A row is: method, name of the route, about what (a key of `world`, "-" for nothing), then the answer for each role:

    V visitor                       O somebody without a role or organisation (any more)
    X coordinator of another body   M member of De Kring            C coordinator of De Kring
    S member of a city service      Y youth service (staff)         P policymaker          A administrator

    ok   200              go   redirected after doing it, or to where one should be
    in   to the sign-in page       400, 403, 404, 405, 409, 410   as they are

Everything in `world` belongs to De Kring, so X and S meet what is somebody else's.

To add a route: add one line below, and another with POST if it accepts one. What the table does not say must be
impossible: a route without a POST line has to refuse POST, one without a GET line has to refuse GET.
"""

from tests.covenant_routes import TABLE as COVENANTS
from tests.signal_routes import TABLE as SIGNALS
from tests.talk_routes import TABLE as TALKS

ROLES = "VOXMCSYPA"
TABLE = """
#                                                      V   O   X   M   C   S   Y   P   A
GET  live                             -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  ready                            -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  styleguide                       -                in  403 403 403 403 403 ok  403 ok
GET  styleguide_charts                -                in  403 403 403 403 403 ok  403 ok
POST set_language                     -                go  go  go  go  go  go  go  go  go
POST draft_save                       -                400 400 400 400 400 400 400 400 400
POST draft_discard                    -                in  400 400 400 400 400 400 400 400
POST saved_view_save                  -                in  400 400 400 400 400 400 400 400
POST saved_view_delete                saved_view       in  404 404 go  404 404 404 404 404

# For everybody
GET  find                             -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  about                            -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  privacy                          -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  accessibility                    -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  help                             -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  help_role                        help_role        ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  robots                           -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  sitemap                          -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  sitemap_part                     sitemap_part     ok  ok  ok  ok  ok  ok  ok  ok  ok

# Home and coverage
GET  home                             -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  coverage                         -                in  403 ok  ok  ok  ok  ok  ok  ok
GET  coverage_export                  csv              in  403 ok  ok  ok  ok  ok  ok  ok
GET  coverage_map                     -                in  403 ok  ok  ok  ok  ok  ok  ok
GET  need_and_supply                  -                in  403 ok  ok  ok  ok  ok  ok  ok
GET  need_export                      csv              in  403 ok  ok  ok  ok  ok  ok  ok
GET  neighbourhoods                   -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  neighbourhood                    neighbourhood    ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  neighbourhood_pdf                neighbourhood    in  403 ok  ok  ok  ok  ok  ok  ok
GET  circle                           circle           ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  circle_pdf                       circle           in  403 ok  ok  ok  ok  ok  ok  ok
GET  neighbourhood_story              neighbourhood    in  403 ok  ok  ok  ok  ok  ok  ok
GET  circle_story                     circle           in  403 ok  ok  ok  ok  ok  ok  ok

# Figures: the public ones at the same address for everybody
GET  statistics                       -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  statistic                        statistic        ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  statistic                        internal         in  403 ok  ok  ok  ok  ok  ok  ok
GET  statistic_export                 statistic_csv    ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  statistic_export                 internal_csv     in  403 ok  ok  ok  ok  ok  ok  ok
GET  statistic_story                  statistic        in  403 ok  ok  ok  ok  ok  ok  ok
GET  statistic_new                    -                in  403 403 403 403 403 ok  403 ok
POST statistic_new                    -                in  403 403 403 403 403 ok  403 ok
GET  statistic_edit                   statistic        in  403 403 403 403 403 ok  403 ok
POST statistic_edit                   statistic        in  403 403 403 403 403 ok  403 ok
GET  neighbourhood_figures            neighbourhood    ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  neighbourhood_figures_export     neighbourhood_csv ok ok  ok  ok  ok  ok  ok  ok  ok
GET  circle_figures                   circle           ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  circle_figures_export            circle_csv       ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  data_sets                        -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  data_set                         public_data_set  ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  data_set                         data_set         in  403 ok  ok  ok  ok  ok  ok  ok
GET  data_set_new                     -                in  403 403 403 403 403 ok  403 ok
POST data_set_new                     -                in  403 403 403 403 403 ok  403 ok
GET  data_set_edit                    data_set         in  403 403 403 403 403 ok  403 ok
POST data_set_edit                    data_set         in  403 403 403 403 403 ok  403 ok

# Areas and decisions
GET  priorities                       -                in  403 ok  ok  ok  ok  ok  ok  ok
GET  priority                         priority         in  403 ok  ok  ok  ok  ok  ok  ok
GET  priority                         proposal         in  403 ok  ok  ok  ok  ok  ok  ok
GET  priority                         published        ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  priority_story                   priority         in  403 ok  ok  ok  ok  ok  ok  ok
GET  published_priorities             -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  priority_propose                 -                in  403 403 403 403 403 ok  403 ok
POST priority_propose                 -                in  403 403 403 403 403 ok  403 ok
GET  priority_step                    decide           in  403 403 403 403 403 ok  403 ok
POST priority_step                    decide           in  403 403 403 403 403 ok  403 ok
GET  priority_step                    withdraw         in  403 403 403 403 403 ok  403 ok
POST priority_step                    withdraw         in  403 403 403 403 403 ok  403 ok
GET  priority_step                    publish          in  403 403 403 403 403 ok  403 ok
POST priority_step                    publish          in  403 403 403 403 403 ok  403 ok
GET  priority_step                    consult_late     in  403 403 403 403 403 go  403 go
POST priority_step                    consult_late     in  403 403 403 403 403 go  403 go
GET  priority_comment                 consultation     in  403 ok  ok  ok  ok  403 403 403
POST priority_comment                 consultation     in  403 ok  ok  ok  ok  403 403 403
GET  priority_comment                 priority         in  403 go  go  go  go  403 403 403
POST comment_remove                   comment          in  404 404 go  404 404 404 404 404
GET  priority_new                     -                in  403 403 403 403 403 ok  403 ok
POST priority_new                     -                in  403 403 403 403 403 ok  403 ok
GET  priority_edit                    priority         in  403 403 403 403 403 ok  403 ok
POST priority_edit                    priority         in  403 403 403 403 403 ok  403 ok
GET  circle_new                       -                in  403 403 403 403 403 ok  403 ok
POST circle_new                       -                in  403 403 403 403 403 ok  403 ok
GET  circle_edit                      circle           in  403 403 403 403 403 ok  403 ok
POST circle_edit                      circle           in  403 403 403 403 403 ok  403 ok

# Weighings
GET  weighings                        -                in  403 ok  ok  ok  ok  ok  ok  ok
GET  weighing                         weighing         in  403 ok  ok  ok  ok  ok  ok  ok
GET  weighing_export                  weighing_csv     in  403 ok  ok  ok  ok  ok  ok  ok
GET  weighing_new                     -                in  403 403 403 403 403 ok  403 ok
POST weighing_new                     -                in  403 403 403 403 403 ok  403 ok
GET  weighing_edit                    weighing         in  403 403 403 403 403 ok  403 ok
POST weighing_edit                    weighing         in  403 403 403 403 403 ok  403 ok

# Imports
GET  imports                          -                in  403 403 403 403 403 ok  403 ok
GET  import_new                       import_kind      in  403 403 403 403 403 ok  403 ok
POST import_new                       import_kind      in  403 403 403 403 403 ok  403 ok
GET  import                           import           in  403 403 403 403 403 ok  403 ok
POST import                           import           in  403 403 403 403 403 ok  403 ok
POST import_confirm                   import           in  403 403 403 403 403 go  403 go
POST import_withdraw                  import           in  403 403 403 403 403 go  403 go
GET  import_undo                      import           in  403 403 403 403 403 ok  403 ok
POST import_undo                      import           in  403 403 403 403 403 409 403 409
GET  import_story                     import           in  403 403 403 403 403 ok  403 ok

# Organisations
GET  organisations                    -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  organisations_export             csv              in  403 ok  ok  ok  ok  ok  ok  ok
GET  organisation_new                 -                in  403 403 403 403 403 ok  403 ok
POST organisation_new                 -                in  403 403 403 403 403 ok  403 ok
GET  organisation                     organisation     ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  organisation_edit                organisation     in  404 404 ok  ok  404 ok  403 ok
POST organisation_edit                organisation     in  404 404 ok  ok  404 ok  403 ok
GET  organisation_story               organisation     in  404 404 ok  ok  404 ok  ok  ok
GET  organisation_end                 organisation     in  404 404 403 403 404 ok  403 ok
POST organisation_end                 organisation     in  404 404 403 403 404 ok  403 ok
GET  organisation_restart             organisation     in  404 404 403 403 404 ok  403 ok
POST organisation_restart             organisation     in  404 404 403 403 404 ok  403 ok
GET  organisation_duplicates          -                in  403 403 403 403 403 ok  403 ok
POST organisations_differ             -                in  403 403 403 403 403 404 403 404
GET  organisation_merge_with          organisation     in  403 403 403 403 403 ok  403 ok
GET  organisation_merge               merger           in  403 403 403 403 403 ok  403 ok
POST organisation_merge               merger           in  403 403 403 403 403 ok  403 ok
GET  organisation_unmerge             merged           in  403 403 403 403 403 ok  403 ok
POST organisation_unmerge             merged           in  403 403 403 403 403 409 403 409
GET  organisation                     merged           go  go  go  go  go  go  go  go  go
GET  organisation_edit                merged           in  404 404 404 404 404 404 404 404
GET  organisation_story               merged           in  404 404 404 404 404 ok  ok  ok
GET  organisation_shown               organisation     in  404 404 ok  ok  404 ok  ok  ok
GET  organisation_part                organisation     in  404 404 ok  ok  404 ok  ok  ok
GET  place_new                        organisation     in  404 404 ok  ok  404 ok  403 ok
POST place_new                        organisation     in  404 404 ok  ok  404 ok  403 ok
GET  place_edit                       place            in  404 404 ok  ok  404 ok  403 ok
POST place_edit                       place            in  404 404 ok  ok  404 ok  403 ok
GET  contact_new                      organisation     in  404 404 ok  ok  404 ok  403 ok
POST contact_new                      organisation     in  404 404 ok  ok  404 ok  403 ok
GET  contact_edit                     contact          in  404 404 ok  ok  404 ok  403 ok
POST contact_edit                     contact          in  404 404 ok  ok  404 ok  403 ok
GET  place_story                      place            in  404 404 ok  ok  404 ok  ok  ok
GET  contact_story                    contact          in  404 404 ok  ok  404 ok  ok  ok
POST contact_remove                   contact          in  404 404 go  go  404 go  403 go

# Partnerships: who leads one says who takes part
GET  partnerships                     -                in  ok  ok  ok  ok  ok  ok  ok  ok
GET  partnership_new                  -                in  403 403 403 403 403 ok  403 ok
POST partnership_new                  -                in  403 403 403 403 403 ok  403 ok
GET  partnership                      partnership      in  404 ok  ok  ok  ok  ok  ok  ok
GET  partnership_edit                 partnership      in  404 403 403 403 403 ok  403 ok
POST partnership_edit                 partnership      in  404 403 403 403 403 ok  403 ok
GET  partnership_story                partnership      in  404 ok  ok  ok  ok  ok  ok  ok
GET  partnership_join                 partnership      in  404 403 403 ok  403 ok  403 ok
POST partnership_join                 partnership      in  404 403 403 ok  403 ok  403 ok
GET  partnership_member               partner          in  404 403 403 ok  403 ok  403 ok
POST partnership_member               partner          in  404 403 403 go  403 go  403 go

# Offers
GET  offers                           -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  offers_export                    csv              in  403 ok  ok  ok  ok  ok  ok  ok
GET  offer                            offer            ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  offer                            professional     404 404 ok  ok  ok  ok  ok  ok  ok
GET  offer                            draft            404 404 404 ok  ok  404 ok  ok  ok
GET  offer_calendar                   weekly           ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  offer_calendar                   professional     404 404 404 404 404 404 404 404 404
GET  own_offers                       -                in  ok  ok  ok  ok  ok  ok  ok  ok
GET  organisation_offers              organisation     in  404 404 ok  ok  404 ok  ok  ok
GET  offer_new                        organisation     in  404 404 ok  ok  404 ok  403 ok
POST offer_new                        organisation     in  404 404 ok  ok  404 ok  403 ok
POST confirm_all                      organisation     in  404 404 go  go  404 go  403 go
POST offer_confirm                    offer            in  404 404 go  go  404 go  403 go
GET  offer_edit                       offer            in  404 404 ok  ok  404 ok  403 ok
POST offer_edit                       offer            in  404 404 ok  ok  404 ok  403 ok
GET  offer_copy                       offer            in  404 404 ok  ok  404 ok  403 ok
POST offer_copy                       offer            in  404 404 ok  ok  404 ok  403 ok
GET  offer_end                        offer            in  404 404 ok  ok  404 ok  403 ok
POST offer_end                        offer            in  404 404 ok  ok  404 ok  403 ok
GET  offer_restart                    offer            in  404 404 ok  ok  404 ok  403 ok
POST offer_restart                    offer            in  404 404 ok  ok  404 ok  403 ok
POST offer_publish                    offer            in  404 404 go  go  404 go  403 go
POST offer_archive                    offer            in  404 404 go  go  404 go  403 go
GET  offer_story                      offer            in  404 404 ok  ok  404 ok  ok  ok
GET  unconfirmed                      -                in  403 403 403 403 403 ok  403 ok
GET  remind                           -                in  403 403 403 403 403 ok  403 ok
POST remind                           -                in  403 403 403 403 403 go  403 go

# People
GET  people                           -                in  403 403 403 403 403 ok  403 ok
POST people                           -                in  403 403 403 403 403 ok  403 ok
GET  person_story                     person           in  403 403 403 403 403 ok  403 ok
POST person_role                      person           in  403 403 403 403 403 403 403 go
POST person_close                     person           in  403 403 403 403 403 403 403 go
POST person_remove_second_step        person           in  403 403 403 403 403 403 403 go
POST person_reopen                    person           in  403 403 403 403 403 403 403 go
GET  members                          organisation     in  404 404 ok  ok  404 ok  ok  ok
POST members                          organisation     in  404 404 403 ok  404 ok  403 ok
POST member_role                      membership       in  404 404 403 go  404 go  403 go
POST member_remove                    coordinator      in  404 404 403 go  404 go  403 go
POST member_remove                    membership       in  404 404 go  go  404 go  403 go
POST invitation_resend                invitation       in  404 404 403 go  404 go  403 go
POST invitation_withdraw              invitation       in  404 404 403 go  404 go  403 go
POST invitation_resend                city_invitation  in  404 404 404 404 404 go  403 go
POST invitation_withdraw              city_invitation  in  404 404 404 404 404 go  403 go
GET  invitation                       token            ok  ok  ok  ok  ok  ok  ok  ok  ok
POST invitation                       token            ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  invitation                       unknown_token    404 404 404 404 404 404 404 404 404
POST switch_organisation              -                in  404 404 404 404 404 404 404 404

# Sign-in
GET  account_login                    -                ok  go  go  go  go  go  go  go  go
POST account_login                    -                ok  go  go  go  go  go  go  go  go
GET  account_logout                   -                go  ok  ok  ok  ok  ok  ok  ok  ok
POST account_logout                   -                go  go  go  go  go  go  go  go  go
GET  account_inactive                 -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  account_signup                   -                ok  go  go  go  go  go  go  go  go
POST account_signup                   -                ok  go  go  go  go  go  go  go  go
GET  account_reauthenticate           -                in  ok  ok  ok  ok  ok  ok  ok  ok
POST account_reauthenticate           -                in  ok  ok  ok  ok  ok  ok  ok  ok
GET  account_email                    -                in  ok  ok  ok  ok  ok  ok  ok  ok
POST account_email                    -                in  go  go  go  go  go  go  go  go
GET  account_email_verification_sent  -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  account_confirm_email            key              ok  ok  ok  ok  ok  ok  ok  ok  ok
POST account_confirm_email            key              404 404 404 404 404 404 404 404 404
GET  account_change_password          -                in  ok  ok  ok  ok  ok  ok  ok  ok
POST account_change_password          -                in  ok  ok  ok  ok  ok  ok  ok  ok
GET  account_set_password             -                in  go  go  go  go  go  go  go  go
POST account_set_password             -                in  go  go  go  go  go  go  go  go
GET  account_reset_password           -                ok  ok  ok  ok  ok  ok  ok  ok  ok
POST account_reset_password           -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  account_reset_password_done      -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  account_reset_password_from_key  reset            ok  ok  ok  ok  ok  ok  ok  ok  ok
POST account_reset_password_from_key  reset            ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  account_reset_password_from_key_done  -           ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  account                          -                in  ok  ok  ok  ok  ok  ok  ok  ok
GET  usersessions_list                -                in  ok  ok  ok  ok  ok  ok  ok  ok
POST usersessions_list                -                in  go  go  go  go  go  go  go  go

# The second step. Changing it first asks whether it is still you; passkeys are one's own
GET  mfa_index                        -                in  ok  ok  ok  ok  ok  ok  ok  ok
GET  mfa_authenticate                 -                go  go  go  go  go  go  go  go  go
POST mfa_authenticate                 -                go  go  go  go  go  go  go  go  go
GET  mfa_login_webauthn               -                go  go  go  go  go  go  go  go  go
POST mfa_login_webauthn               -                go  go  go  go  go  go  go  go  go
GET  mfa_reauthenticate               -                in  go  go  go  go  go  go  go  go
POST mfa_reauthenticate               -                in  go  go  go  go  go  go  go  go
GET  mfa_reauthenticate_webauthn      -                in  go  go  go  go  go  go  go  go
POST mfa_reauthenticate_webauthn      -                in  go  go  go  go  go  go  go  go
GET  mfa_activate_totp                -                in  go  go  go  go  go  go  go  go
POST mfa_activate_totp                -                in  go  go  go  go  go  go  go  go
GET  mfa_deactivate_totp              -                in  404 404 404 404 404 404 404 404
POST mfa_deactivate_totp              -                in  404 404 404 404 404 404 404 404
GET  mfa_list_webauthn                -                in  go  go  go  go  go  go  go  go
GET  mfa_add_webauthn                 -                in  go  go  go  go  go  go  go  go
POST mfa_add_webauthn                 -                in  go  go  go  go  go  go  go  go
GET  mfa_edit_webauthn                passkey          in  go  go  go  go  go  go  go  go
POST mfa_edit_webauthn                passkey          in  go  go  go  go  go  go  go  go
GET  mfa_remove_webauthn              passkey          in  go  go  go  go  go  go  go  go
POST mfa_remove_webauthn              passkey          in  go  go  go  go  go  go  go  go
GET  mfa_view_recovery_codes          -                in  404 404 404 404 404 404 404 404
GET  mfa_download_recovery_codes      -                in  404 404 404 404 404 404 404 404
GET  mfa_generate_recovery_codes      -                in  go  go  go  go  go  go  go  go
POST mfa_generate_recovery_codes      -                in  go  go  go  go  go  go  go  go

# The city's own sign-in: only to sign in, and only on the way back from there
GET  openid_connect_login             -                502 502 502 502 502 502 502 502 502
POST openid_connect_login             -                502 502 502 502 502 502 502 502 502
GET  openid_connect_callback          -                401 401 401 401 401 401 401 401 401
POST openid_connect_callback          -                401 401 401 401 401 401 401 401 401
GET  socialaccount_login_cancelled    -                ok  ok  ok  ok  ok  ok  ok  ok  ok
"""
ROWS = [
    line.split() for line in (TABLE + SIGNALS + COVENANTS + TALKS).splitlines() if line and not line.startswith("#")
]
