import alertTriangle from '@tabler/icons/outline/alert-triangle.svg';
import arrowDown from '@tabler/icons/outline/arrow-down.svg';
import arrowLeft from '@tabler/icons/outline/arrow-left.svg';
import arrowRight from '@tabler/icons/outline/arrow-right.svg';
import arrowUp from '@tabler/icons/outline/arrow-up.svg';
import ban from '@tabler/icons/outline/ban.svg';
import bookmark from '@tabler/icons/outline/bookmark.svg';
import building from '@tabler/icons/outline/building.svg';
import calendarEvent from '@tabler/icons/outline/calendar-event.svg';
import calendar from '@tabler/icons/outline/calendar.svg';
import check from '@tabler/icons/outline/check.svg';
import checklist from '@tabler/icons/outline/checklist.svg';
import chevronLeft from '@tabler/icons/outline/chevron-left.svg';
import chevronRight from '@tabler/icons/outline/chevron-right.svg';
import circleCheck from '@tabler/icons/outline/circle-check.svg';
import circleDashed from '@tabler/icons/outline/circle-dashed.svg';
import circleMinus from '@tabler/icons/outline/circle-minus.svg';
import circleX from '@tabler/icons/outline/circle-x.svg';
import clipboardText from '@tabler/icons/outline/clipboard-text.svg';
import clockPause from '@tabler/icons/outline/clock-pause.svg';
import clock from '@tabler/icons/outline/clock.svg';
import cloud from '@tabler/icons/outline/cloud.svg';
import contrast from '@tabler/icons/outline/contrast.svg';
import copy from '@tabler/icons/outline/copy.svg';
import cornerDownLeft from '@tabler/icons/outline/corner-down-left.svg';
import deviceDesktop from '@tabler/icons/outline/device-desktop.svg';
import dots from '@tabler/icons/outline/dots.svg';
import download from '@tabler/icons/outline/download.svg';
import fileAnalytics from '@tabler/icons/outline/file-analytics.svg';
import history from '@tabler/icons/outline/history.svg';
import hourglass from '@tabler/icons/outline/hourglass.svg';
import infoCircle from '@tabler/icons/outline/info-circle.svg';
import key from '@tabler/icons/outline/key.svg';
import keyboard from '@tabler/icons/outline/keyboard.svg';
import layoutDashboard from '@tabler/icons/outline/layout-dashboard.svg';
import layoutList from '@tabler/icons/outline/layout-list.svg';
import logout from '@tabler/icons/outline/logout.svg';
import mail from '@tabler/icons/outline/mail.svg';
import messages from '@tabler/icons/outline/messages.svg';
import moon from '@tabler/icons/outline/moon.svg';
import pencil from '@tabler/icons/outline/pencil.svg';
import playerPause from '@tabler/icons/outline/player-pause.svg';
import playerPlay from '@tabler/icons/outline/player-play.svg';
import plugConnected from '@tabler/icons/outline/plug-connected.svg';
import plus from '@tabler/icons/outline/plus.svg';
import refresh from '@tabler/icons/outline/refresh.svg';
import search from '@tabler/icons/outline/search.svg';
import settings from '@tabler/icons/outline/settings.svg';
import ship from '@tabler/icons/outline/ship.svg';
import squareCheck from '@tabler/icons/outline/square-check.svg';
import sun from '@tabler/icons/outline/sun.svg';
import trash from '@tabler/icons/outline/trash.svg';
import upload from '@tabler/icons/outline/upload.svg';
import userMinus from '@tabler/icons/outline/user-minus.svg';
import user from '@tabler/icons/outline/user.svg';
import users from '@tabler/icons/outline/users.svg';
import wifiOff from '@tabler/icons/outline/wifi-off.svg';
import x from '@tabler/icons/outline/x.svg';

/** Every icon of the console, under Tabler's own name. */
export const ICONS = {
  'alert-triangle': alertTriangle,
  'arrow-down': arrowDown,
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  'arrow-up': arrowUp,
  ban,
  bookmark,
  building,
  calendar,
  'calendar-event': calendarEvent,
  check,
  checklist,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'circle-check': circleCheck,
  'circle-dashed': circleDashed,
  'circle-minus': circleMinus,
  'circle-x': circleX,
  'clipboard-text': clipboardText,
  clock,
  'clock-pause': clockPause,
  cloud,
  contrast,
  copy,
  'corner-down-left': cornerDownLeft,
  'device-desktop': deviceDesktop,
  dots,
  download,
  'file-analytics': fileAnalytics,
  history,
  hourglass,
  'info-circle': infoCircle,
  key,
  keyboard,
  'layout-dashboard': layoutDashboard,
  'layout-list': layoutList,
  logout,
  mail,
  messages,
  moon,
  pencil,
  'player-pause': playerPause,
  'player-play': playerPlay,
  'plug-connected': plugConnected,
  plus,
  refresh,
  search,
  settings,
  ship,
  'square-check': squareCheck,
  sun,
  trash,
  upload,
  user,
  'user-minus': userMinus,
  users,
  'wifi-off': wifiOff,
  x,
} as const;

export type IconName = keyof typeof ICONS;
