export { startFollowing } from './follow.ts';
export { NoticesModule } from './notices.module.ts';
